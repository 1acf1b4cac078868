import { leadFromClauseToClause } from './clauses.ts'
import { offerSearch } from './search.ts'
import { markCurrentSection } from './sections.ts'

// What every page of the site does once it is there.
offerSearch()
markCurrentSection()
leadFromClauseToClause()
