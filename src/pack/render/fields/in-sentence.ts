import type { ElementContent } from 'hast'
import { h } from 'hastscript'
import type { Field } from '../../../model/field.ts'
import type { FieldView, FormContext, Medium } from './view.ts'

/**
 * Controls in a sentence, with what would stand beside a question of its own: under the box that it must be filled in and a
 * format, which are short, and behind it the rest. Buttons in a row have all behind them.
 */
export function inSentence(
  field: Field,
  controls: ElementContent[],
  { view, medium, context }: { view: FieldView; medium: Medium; context: FormContext },
): ElementContent[] {
  const penHint = medium === 'print' ? view.penHint?.(field, context) : undefined
  const format = field.type === 'date' ? penHint : undefined
  const isRow = medium === 'print' && field.type === 'select' && field.buttons
  const required = field.required ? context.say('required') : undefined
  const under = [isRow ? undefined : required, format].filter(isSaid)
  const behind = [
    isRow ? required : undefined,
    field.hint,
    format === undefined ? penHint : undefined,
  ].filter(isSaid)
  return [
    ...(under.length === 0
      ? controls
      : [h('span.captioned', ...controls, h('span.format', under.join(', ')))]),
    ...(behind.length === 0 ? [] : [h('span.hint', ` (${behind.join('. ')})`)]),
  ]
}

function isSaid(text: string | undefined): text is string {
  return text !== undefined
}
