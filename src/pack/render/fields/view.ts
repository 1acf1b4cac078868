import type { ElementContent } from 'hast'
import type { Slot } from '../../../contracts/slot.ts'
import type { Say } from '../../../language/words.ts'
import type { Field, FieldOf, FieldType } from '../../../model/field.ts'

/** A web page, or paper and the PDF made from it. */
export type Medium = 'screen' | 'print'

/** What the views of the fields need to know of the form around them. */
export interface FormContext {
  /** How a date is to be written in figures, for example `dd/mm/yyyy`. */
  readonly dateHint: string
  /** The words of the form that are none of its author. */
  readonly say: Say
  /** The questions of the form by their names. */
  readonly fields: ReadonlyMap<string, Field>
  /** Where the control stands: under its question, in a sentence, or in a cell of a table. */
  readonly place: 'question' | 'sentence' | 'cell'
}

/** How one type of field looks. The `slots` are those of the field alone, in the order of `slotsOf`. */
export interface FieldView<F extends Field = Field> {
  /**
   * How the question stands to the control: `label` above one control, `group` above several, `itself` where the
   * control brings its question along.
   */
  readonly frame: 'label' | 'group' | 'itself'
  /** What somebody with a pen must know and a web page shows by itself, for example the format of a date. */
  penHint?(field: F, context: FormContext): string | undefined
  /** Controls of a web page. */
  screen(field: F, slots: readonly Slot[], context: FormContext): ElementContent[]
  /** Marked boxes: each slot is one link to its key. */
  print(field: F, slots: readonly Slot[], context: FormContext): ElementContent[]
}

/** A view for each type; a new type does not compile without one. */
export type FieldViews = { readonly [Type in FieldType]: FieldView<FieldOf<Type>> }

/** The one slot of a field that has only one. */
export function only(slots: readonly Slot[]): Slot {
  const [slot] = slots
  if (!slot || slots.length > 1) throw new Error(`Expected one slot, found ${slots.length}`)
  return slot
}
