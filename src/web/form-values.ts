import { OTHER } from '../contracts/slot.ts'
import { checkAnswers } from '../forms/check-answers.ts'
import { localDay } from '../language/local-day.ts'
import type { FormDefinition } from '../model/form.ts'
import type { DraftRecord } from '../model/record.ts'
import type { FieldValue } from '../pdf/fill/index.ts'
import type { Control } from './controls.ts'
import { say } from './say.ts'

/** What is filled in, by the names of the fields of the PDF; fields with nothing in them are left out. */
export type FormValues = ReadonlyMap<string, FieldValue>

/** Reads what is filled in; a text beside "Other" counts only where that is chosen. */
export function valuesIn(controls: ReadonlyMap<string, Control>): FormValues {
  const values = new Map<string, FieldValue>()
  for (const [name, control] of controls) {
    const value = control.read()
    if (value !== '' && !(isBesideOther(control) && !isOtherChosen(control, controls)))
      values.set(name, value)
  }
  return values
}

/** Whether a control takes the text beside "Other". */
export function isBesideOther({ name, slot: { field, control } }: Control): boolean {
  return control === 'text' && 'other' in field && field.other === name
}

/** Whether "Other" is chosen in the question that a text belongs to. */
export function isOtherChosen(
  { slot: { field } }: Control,
  controls: ReadonlyMap<string, Control>,
): boolean {
  const stored = (name: string): FieldValue => controls.get(name)?.read() ?? ''
  if (field.type === 'checks') return stored(`${field.name}.${OTHER.state}`) === OTHER.state
  return [OTHER.state, OTHER.label].includes(String(stored(field.name)))
}

/** What the import will say of these values, in the words of the page. */
export function toldOf(form: FormDefinition, values: FormValues): DraftRecord['messages'] {
  return checkAnswers(form, values, localDay(new Date())).map((one) =>
    one.rule === 'form-blank' ? { ...one, message: say('Nothing is filled in yet') } : one,
  )
}

/** What is said of an answer that is not there yet, which nobody is told while filling in. */
const NOT_YET = new Set(['value-required', 'signature-missing', 'form-blank'])

/** The same of what is there, and not of what is still to come. */
export function toldSoFar(form: FormDefinition, values: FormValues): DraftRecord['messages'] {
  return toldOf(form, values).filter(({ rule }) => !NOT_YET.has(rule))
}
