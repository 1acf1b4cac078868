import type { Handlers } from 'mdast-util-to-hast'
import type { Say } from '../../../language/words.ts'
import { abbreviation } from './abbreviation.ts'
import { clause } from './clause.ts'
import { definitionsIn } from './definitions.ts'
import { field } from './field.ts'
import { gap } from './gap.ts'
import { heading } from './heading.ts'
import { image } from './image.ts'
import { language } from './language.ts'
import { metaTable } from './meta-table.ts'

/** What becomes of the nodes that Markdown does not have. */
export const handlersFor = (say: Say): Handlers => ({
  abbreviation,
  clause,
  definitions: definitionsIn(say),
  field,
  gap,
  heading,
  image,
  language,
  metaTable,
})
