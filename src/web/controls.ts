import { type Choice, choicesOf } from '../contracts/choices.ts'
import { type Slot, slotsOf } from '../contracts/slot.ts'
import type { Field } from '../model/field.ts'
import type { FieldValue } from '../pdf/fill/index.ts'
import { type Bound, signingBox } from './signature.ts'

/** What people fill in under one name of the form. */
export interface Control extends Bound {
  readonly name: string
  /** The first place of the name. */
  readonly slot: Slot
}

type Input = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

/** The controls of a form by the names of its fields, in the order of the form. */
export function controlsOf(form: HTMLFormElement, fields: readonly Field[]): Map<string, Control> {
  const controls = new Map<string, Control>()
  for (const [name, slots] of Map.groupBy(slotsOf(fields), (slot) => slot.name)) {
    const inputs = [...form.querySelectorAll<Input>(`[name="${CSS.escape(name)}"]`)]
    const [slot] = slots
    const [first] = inputs
    if (slot && first) controls.set(name, { name, slot, ...bound(first, inputs, slots, slot) })
  }
  return controls
}

function bound(first: Input, inputs: readonly Input[], slots: readonly Slot[], slot: Slot): Bound {
  if (slot.control === 'signature' && first instanceof HTMLInputElement) return signingBox(first)
  if (slot.control === 'text') {
    return {
      elements: [first],
      read: () => first.value,
      write: (value) => {
        if (typeof value === 'string') first.value = value
      },
    }
  }
  const choices = choicesOf(slots)
  const isMeant = (value: FieldValue) => (choice: Choice) =>
    [choice.stored, choice.value, choice.label].includes(String(value))
  if (first instanceof HTMLSelectElement)
    return {
      elements: [first],
      read: () => choices.find(({ value }) => value === first.value)?.stored ?? '',
      write: (value) => {
        first.value = choices.find(isMeant(value))?.value ?? ''
      },
    }
  const buttons = inputs.filter((input) => input instanceof HTMLInputElement)
  return {
    elements: buttons,
    read: () => {
      const on = buttons.find(({ checked }) => checked)
      return choices.find(({ value }) => value === on?.value)?.stored ?? ''
    },
    write: (value) => {
      const choice = choices.find(isMeant(value))
      for (const input of buttons) input.checked = input.value === choice?.value
    },
  }
}
