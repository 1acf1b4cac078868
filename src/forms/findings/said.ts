import type { Slot } from '../../contracts/slot.ts'
import { FEW, named } from '../../messages/few.ts'
import { quoted } from '../../messages/quoted.ts'
import { optionNamed } from '../fields/index.ts'

/** What a value of a field says to people: the label of an option, whether a box is ticked, or the text, on one line. */
export function said(slot: Slot, values: readonly string[]): string {
  if (slot.control === 'checkbox') return values.length > 0 ? '“ticked”' : '“not ticked”'
  if (values.length === 0) return 'nothing'
  const told = values.map((value) => quoted(optionNamed(slot, value)?.label ?? value))
  return told.length > FEW ? `${told.length} texts, ${named(told)}` : told.join(', ')
}
