import type { Element, Text } from 'hast'
import { h } from 'hastscript'
import { type Slot, visibleOptions } from '../../../contracts/slot.ts'
import { labelledIn } from '../../../contracts/tooltip.ts'
import type { ColumnField, FieldOf } from '../../../model/field.ts'
import { checkbox } from './checkbox.ts'
import { date } from './date.ts'
import { email } from './email.ts'
import { multiline } from './multiline.ts'
import { number } from './number.ts'
import { hint, labelText } from './question.ts'
import { select } from './select.ts'
import { text } from './text.ts'
import type { FieldView, FormContext, Medium } from './view.ts'

/** A table in which each row is one entry. */
export const rows: FieldView<FieldOf<'rows'>> = {
  frame: 'itself',
  screen: (field, slots, context) => [
    h('div.scroll', { tabIndex: 0, role: 'region', ariaLabel: field.label }, [
      table(field, slots, 'screen', context),
    ]),
  ],
  print: (field, slots, context) => [table(field, slots, 'print', context)],
}

const views: { readonly [Type in ColumnField['type']]: FieldView<FieldOf<Type>> } = {
  text,
  multiline,
  number,
  date,
  email,
  select,
  checkbox,
}

function viewOf(column: ColumnField): FieldView {
  return views[column.type]
}

function table(
  field: FieldOf<'rows'>,
  slots: readonly Slot[],
  medium: Medium,
  context: FormContext,
): Element {
  return h('table.rows', [
    h('caption', [h('span.label', labelText(field, context)), ...hint(field)]),
    h('colgroup', h('col.row-number'), ...field.columns.map((column) => columnOf(column, medium))),
    h(
      'thead',
      h(
        'tr',
        h('th.row-number', { scope: 'col' }, context.say('No.')),
        heads(field, medium, context),
      ),
    ),
    h(
      'tbody',
      Array.from({ length: field.min }, (_, index) =>
        h('tr', [
          h('th.row-number', { scope: 'row' }, String(index + 1)),
          ...cells(field, index + 1, slots, medium, context),
        ]),
      ),
    ),
  ])
}

/** A column of buttons is as wide as its longest option, or the longest word above. */
function columnOf(column: ColumnField, medium: Medium): Element {
  if (medium === 'screen' || column.type !== 'select' || !column.buttons)
    return h(`col.${column.type}`)
  const words = column.label.split(' ')
  const options = visibleOptions(column).map(({ label }) => label)
  const [ofWords, ofOptions] = [words, options].map((texts) =>
    Math.max(...texts.map((text) => text.length)),
  )
  return h('col.select.buttons', { style: `--word: ${ofWords}; --option: ${ofOptions}` })
}

/** At the end of a line, where it shows no gap. */
const space: Text = { type: 'text', value: ' ' }

function heads(field: FieldOf<'rows'>, medium: Medium, context: FormContext): Element[] {
  return field.columns.map((column) => {
    const unit = column.type === 'number' ? column.unit : undefined
    const penHint =
      medium === 'print'
        ? viewOf(column).penHint?.(column, { ...context, place: 'cell' })
        : undefined
    return h('th', { scope: 'col' }, [
      ...labelText(column, context),
      ...[unit, column.hint, penHint]
        .filter((part) => part !== undefined)
        .flatMap((part) => [space, h('span.hint', part)]),
    ])
  })
}

function cells(
  field: FieldOf<'rows'>,
  row: number,
  slots: readonly Slot[],
  medium: Medium,
  context: FormContext,
): Element[] {
  return field.columns.map((column) => {
    const own = slots
      .filter((slot) => slot.cell?.row === row && slot.field === column)
      .map((slot) => labelledIn(slot, context.say))
    return h('td', viewOf(column)[medium](column, own, { ...context, place: 'cell' }))
  })
}
