import type { Element, ElementContent, Text } from 'hast'
import { h } from 'hastscript'
import { slotsOf } from '../../../contracts/slot.ts'
import type { Field } from '../../../model/field.ts'
import { controlId, hintId } from './control.ts'
import type { FieldView, FormContext, Medium } from './view.ts'

/** A question on a line of its own, with its controls. */
export function question(
  field: Field,
  view: FieldView,
  medium: Medium,
  context: FormContext,
): Element {
  const controls = view[medium](field, slotsOf([field]), context)
  const className = ['question', field.width ?? 'full', field.type]
  if (view.frame === 'itself') return h('div', { className }, controls)
  return medium === 'screen'
    ? onScreen(field, view, className, controls, context)
    : onPaper(field, className, context, [
        ...hint(field, view.penHint?.(field, context)),
        ...controls,
      ])
}

/** The question, with a word where it must be answered. */
export function labelText(field: Field, { say }: Pick<FormContext, 'say'>): ElementContent[] {
  const label: Text = { type: 'text', value: field.required ? `${field.label} ` : field.label }
  return field.required ? [label, h('span.required', say('(required)'))] : [label]
}

/** What helps with the answer, in small print. */
export function hint(field: Field, penHint?: string): Element[] {
  const text = [field.hint, penHint].filter((part) => part !== undefined)
  return text.length === 0 ? [] : [h('p.hint', { id: hintId(field.name) }, text.join('. '))]
}

function onPaper(
  field: Field,
  className: string[],
  context: FormContext,
  content: ElementContent[],
): Element {
  const id = `question-${field.name}`
  const isGroup = slotsOf([field]).length > 1
  const role = isGroup ? { role: 'group', ariaLabelledBy: id } : {}
  return h('div', { className, ...role }, [
    h('p.label', { id }, labelText(field, context)),
    ...content,
  ])
}

function onScreen(
  field: Field,
  view: FieldView,
  className: string[],
  controls: ElementContent[],
  context: FormContext,
): Element {
  return view.frame === 'label'
    ? h('div', { className }, [
        h('label.label', { htmlFor: controlId({ name: field.name }) }, labelText(field, context)),
        ...hint(field),
        ...controls,
      ])
    : h(
        'fieldset',
        { className, ...(field.hint && { ariaDescribedBy: hintId(field.name) }) },
        h('legend.label', labelText(field, context)),
        ...hint(field),
        ...controls,
      )
}
