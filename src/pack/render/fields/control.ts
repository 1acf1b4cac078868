import type { Element, ElementContent, Properties } from 'hast'
import { h } from 'hastscript'
import type { Slot } from '../../../contracts/slot.ts'
import type { FormContext } from './view.ts'

/** A control of a web page for a slot: named, tied to its question or saying it, and marked as required. */
export function control(
  tagName: 'input' | 'textarea' | 'select',
  slot: Slot,
  context: FormContext,
  properties: Properties,
  children: ElementContent[] = [],
): Element {
  return h(
    tagName,
    {
      id: controlId(slot),
      name: slot.name,
      required: slot.field.required && slot.control !== 'checkbox',
      ...(context.place !== 'question'
        ? { ariaLabel: slot.label }
        : slot.field.hint && { ariaDescribedBy: hintId(slot.field.name) }),
      ...properties,
    },
    children,
  )
}

/** A tick box or a round button with its label beside it. */
export function optionControl(slot: Slot, type: 'checkbox' | 'radio', label: string): Element {
  return h('div.option', [
    h('input', {
      type,
      id: controlId(slot),
      name: slot.name,
      value: slot.option?.value ?? slot.state,
      required: type === 'radio' && slot.field.required,
    }),
    h('label', { htmlFor: controlId(slot) }, label),
  ])
}

export function controlId({ name, control, state }: Pick<Slot, 'name'> & Partial<Slot>): string {
  return control === 'radio' ? `field-${name}-${state}` : `field-${name}`
}

export function hintId(name: string): string {
  return `hint-${name}`
}
