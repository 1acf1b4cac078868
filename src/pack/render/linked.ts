import type { ElementContent } from 'hast'
import { h } from 'hastscript'
import { linkedPieces } from '../text/address.ts'

/** A text outside the running text, in which addresses are links, see `linkedPieces`. */
export function linked(value: string, isTelephoneAskedFor = false): ElementContent[] {
  return linkedPieces(value, isTelephoneAskedFor).map(({ text, url }) =>
    url === undefined ? { type: 'text', value: text } : h('a', { href: url }, text),
  )
}
