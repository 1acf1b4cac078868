import type { FormDefinition, OriginalField } from '../model/form.ts'
import type { PdfField } from '../pdf/form-fields.ts'

/** Which share of the fields of a form that others made a file has, from 0 to 1; 0 for a form that policypack makes. */
export function originalShare(
  { original = [] }: FormDefinition,
  names: ReadonlySet<string>,
): number {
  if (original.length === 0) return 0
  return original.filter(({ name }) => names.has(name)).length / original.length
}

/** The fields of a file in the names and values of a form that others made, as if policypack had made it; the others as they are. */
export function inOwnNames(
  { original = [], fields: questions }: FormDefinition,
  fields: readonly PdfField[],
): PdfField[] {
  const known = new Map(original.map((one) => [one.name, one]))
  const types = new Map(questions.map(({ name, type }) => [name, type]))
  return joined(
    fields.flatMap((field) => {
      const one = known.get(field.name)
      if (!one) return [field]
      const type = types.get(one.is)
      return type === 'checks' ? asBoxes(field, one) : [asOwn(field, one, type === 'select')]
    }),
    (name) => types.get(name) === 'choice',
  )
}

/** A list of which several can be chosen, as if each had a box. */
function asBoxes(field: PdfField, { is, values }: OriginalField): PdfField[] {
  return values.map(([stored, state]) => {
    const isChosen = field.values.includes(stored)
    return {
      ...field,
      name: `${is}.${state}`,
      type: 'checkbox',
      values: isChosen ? [state] : [],
      isBlank: !isChosen,
      options: [],
      widgets: field.widgets.map((widget) => ({
        ...widget,
        onStates: [state],
        state: isChosen ? state : 'Off',
      })),
    }
  })
}

/** Boxes of their own that are the answers to one question, as if they were the buttons of a group. */
function joined(fields: readonly PdfField[], isChoice: (name: string) => boolean): PdfField[] {
  const made: PdfField[] = []
  for (const field of fields) {
    const at = isChoice(field.name) ? made.findIndex(({ name }) => name === field.name) : -1
    const one = made[at]
    if (one) made[at] = asGroup(one, field)
    else made.push(field)
  }
  return made
}

function asGroup(one: PdfField, other: PdfField): PdfField {
  return {
    ...one,
    type: 'radio',
    values: [...one.values, ...other.values].filter((value) => value !== 'Off'),
    isBlank: one.isBlank && other.isBlank,
    widgets: [...one.widgets, ...other.widgets],
    problems: [...one.problems, ...other.problems],
  }
}

function asOwn(field: PdfField, { is, values }: OriginalField, isList: boolean): PdfField {
  const own = new Map(values)
  const ownOf = (value: string): string => own.get(value) ?? value
  return {
    ...field,
    name: is,
    values: own.size > 0 ? field.values.map(ownOf) : field.values,
    options: isList
      ? field.options.map(({ value, label }) => ({ value: ownOf(value), label: ownOf(label) }))
      : field.options,
    widgets: field.widgets.map((widget) => ({
      ...widget,
      onStates: widget.onStates.map(ownOf),
      state: widget.state === undefined ? undefined : ownOf(widget.state),
    })),
  }
}
