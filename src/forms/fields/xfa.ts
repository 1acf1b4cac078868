import { type Slot, slotsByName } from '../../contracts/slot.ts'
import { fold } from '../../language/fold.ts'
import type { RawValue } from '../../model/extraction.ts'
import type { FormDefinition } from '../../model/form.ts'
import { type PdfFile, readXfaValues } from '../../pdf/index.ts'

/** A question to which the second form in a file has another answer than the field. */
export interface XfaDifference {
  readonly slot: Slot
  readonly own: readonly string[]
  readonly other: string
}

/**
 * Compares what was read with the second form (XFA) that a file may have inside, which some programs show and fill in
 * instead of the fields. Where a page shows what the field holds, the other is left over.
 */
export function xfaDifferences(
  file: PdfFile,
  form: FormDefinition,
  values: ReadonlyMap<string, RawValue>,
  isShown: (name: string) => boolean,
): XfaDifference[] {
  const texts = new Map(readXfaValues(file).map(({ path, text }) => [path, text]))
  return [...slotsByName(form.fields).values()].flatMap((slot) => {
    if (slot.control !== 'text' && slot.control !== 'dropdown') return []
    const other = [...texts].find(([path]) => path === slot.name || path.endsWith(`.${slot.name}`))
    const own = values.get(slot.name)?.texts ?? []
    if (!other || isShown(slot.name) || fold(other[1]) === fold(own.join('\n'))) return []
    return [{ slot, own, other: other[1] }]
  })
}
