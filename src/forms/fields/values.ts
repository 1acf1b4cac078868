import { slotsByName } from '../../contracts/slot.ts'
import type { Extraction, RawValue } from '../../model/extraction.ts'
import type { FormDefinition } from '../../model/form.ts'
import {
  type CutOff,
  cutOff,
  isShown,
  type Looks,
  type ShownOtherwise,
  shownOtherwise,
} from '../pages/index.ts'
import { type Alteration, alterations, leavesDoubt } from './alterations.ts'
import { type FaultMeaning, type FieldFault, meanings } from './field-faults.ts'
import type { AssignedFields } from './fields-by-place.ts'
import { printedValue } from './printed-states.ts'

/** What the fields of a file hold, sorted into those of the form and others, and what may not be as it was filled in. */
export interface HeldValues extends Pick<Extraction, 'values' | 'extra' | 'damaged' | 'doubtful'> {
  readonly faults: readonly FieldFault[]
  readonly altered: readonly Alteration[]
  readonly shownOtherwise: readonly ShownOtherwise[]
  readonly cutOff: readonly CutOff[]
  /** Names of the fields with an answer that have no box on a page. */
  readonly unshown: ReadonlySet<string>
  /** Whether a page shows the answer of a field, as the program drew it that filled it in. */
  isShown(name: string): boolean
}

/**
 * Reads the values of a form's fields.
 *
 * @param form with its boxes where they are in this file
 */
export function readValues(
  form: FormDefinition,
  { own, others }: AssignedFields,
  looks: Looks,
): HeldValues {
  const slots = slotsByName(form.fields)
  const values = new Map<string, RawValue>()
  const faults: FieldFault[] = []
  const altered: Alteration[] = []
  const other: ShownOtherwise[] = []
  const cut: CutOff[] = []
  const unshown = new Set<string>()
  for (const [name, field] of own) {
    const slot = slots.get(name)
    if (!slot) continue
    values.set(name, printedValue(form, slot, field))
    faults.push(...field.problems.map((problem) => ({ slot, problem })))
    altered.push(...alterations(form, slot, field))
    if (!field.isBlank && field.widgets.every(({ page }) => page === undefined)) unshown.add(name)
    // What is told as two answers already is not told twice.
    if (field.problems.every(({ kind }) => kind !== 'contradictory'))
      other.push(...shownOtherwise(slot, field, looks))
    cut.push(...cutOff(slot, field, looks))
  }
  const added = others.filter(
    ({ type, isBlank }) => type !== 'pushbutton' && type !== 'signature' && !isBlank,
  )
  const namesThat = (meant: FaultMeaning): string[] =>
    faults.filter(({ problem }) => meanings[problem.kind] === meant).map(({ slot }) => slot.name)
  const doubted = altered.filter(leavesDoubt).map(({ slot }) => slot.name)
  return {
    values,
    extra: new Map(added.map((field) => [field.name, field.values])),
    damaged: new Set(namesThat('damaged')),
    doubtful: new Set([...namesThat('uncertain'), ...namesThat('contradictory'), ...doubted]),
    faults,
    altered,
    shownOtherwise: other,
    cutOff: cut,
    unshown,
    isShown: (name) => {
      const field = own.get(name)
      return field !== undefined && !field.isBlank && isShown(field, looks)
    },
  }
}
