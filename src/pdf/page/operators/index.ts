import type { Operator } from '../content-run.ts'
import { colourOperators } from './colour.ts'
import { markedContentOperators } from './marked-content.ts'
import { pathOperators } from './path.ts'
import { stateOperators } from './state.ts'
import { textOperators } from './text.ts'
import { xobjectOperators } from './xobject.ts'

/** The operators that decide what is seen where (ISO 32000-1, annex A). */
export const operators: ReadonlyMap<string, Operator> = new Map([
  ...stateOperators,
  ...colourOperators,
  ...pathOperators,
  ...textOperators,
  ...xobjectOperators,
  ...markedContentOperators,
])
