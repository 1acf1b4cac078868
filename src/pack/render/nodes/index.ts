import type { Handlers } from 'mdast-util-to-hast'
import { abbreviation } from './abbreviation.ts'
import { clause } from './clause.ts'
import { definitions } from './definitions.ts'
import { field } from './field.ts'
import { gap } from './gap.ts'
import { heading } from './heading.ts'
import { image } from './image.ts'
import { language } from './language.ts'
import { metaTable } from './meta-table.ts'

/** What becomes of the nodes that Markdown does not have. */
export const handlers: Handlers = {
  abbreviation,
  clause,
  definitions,
  field,
  gap,
  heading,
  image,
  language,
  metaTable,
}
