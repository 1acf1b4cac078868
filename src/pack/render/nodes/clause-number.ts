import type { ElementContent } from 'hast'
import { h } from 'hastscript'

/** The number of a clause as a link to the clause, so that it can be copied and sent. */
export function clauseNumber(number: string, id: string): ElementContent[] {
  return [h('a.clause-number', { href: `#${id}` }, number), { type: 'text', value: ' ' }]
}
