import type { Slot } from '../../contracts/slot.ts'
import { optionNamed } from '../fields/index.ts'

/** Characters of a text that are enough to know it by. */
const LONGEST = 60

/** What a value of a field says to people: the label of an option, whether a box is ticked, or the text, on one line. */
export function said(slot: Slot, values: readonly string[]): string {
  if (slot.control === 'checkbox') return values.length > 0 ? '“ticked”' : '“not ticked”'
  if (values.length === 0) return 'nothing'
  return values.map((value) => `“${short(optionNamed(slot, value)?.label ?? value)}”`).join(', ')
}

function short(text: string): string {
  const characters = [...text.replace(/\s+/g, ' ').trim()]
  return characters.length > LONGEST
    ? `${characters.slice(0, LONGEST).join('')}…`
    : characters.join('')
}
