import { slotsByName } from '../../contracts/slot.ts'
import type { Extraction } from '../../model/extraction.ts'
import type { FormDefinition } from '../../model/form.ts'
import type { ShownOtherwise } from '../pages/index.ts'
import type { HeldValues } from './values.ts'

/** Answers that no page shows, neither in a box nor, by `onPages`, in its place. */
export function stillUnshown(
  { values, unshown }: HeldValues,
  onPages: Extraction['values'],
  { fields }: FormDefinition,
): ShownOtherwise[] {
  return [...slotsByName(fields)].flatMap(([name, slot]) => {
    const held = values.get(name)
    const isLost = held && unshown.has(name) && onPages.get(name) === held
    return isLost && slot.control !== 'signature' ? [{ slot, held: held.texts, shown: [] }] : []
  })
}
