import { leadFromClauseToClause } from './site/clauses.ts'
import { offerSearch } from './site/search.ts'
import { markCurrentSection } from './site/sections.ts'

// What every page of the site does once it is there.
offerSearch()
markCurrentSection()
leadFromClauseToClause()
