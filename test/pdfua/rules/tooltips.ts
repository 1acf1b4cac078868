import { PDFArray, PDFDict } from 'pdf-lib'
import { parseJsonMaybe } from '../../../src/contracts/json.ts'
import { fold } from '../../../src/language/fold.ts'
import type { Field } from '../../../src/model/field.ts'
import { FormDefinition } from '../../../src/model/form.ts'
import { textOf } from '../file/content.ts'
import { inherited, name, type TaggedFile, textIn } from '../file/index.ts'
import type { Rule } from '../rule.ts'

/** What must be in the tooltip of a field so that somebody who only hears it can answer. */
const formats: Partial<Record<Field['type'], RegExp>> = {
  date: /(?=.*dd)(?=.*mm)(?=.*yyyy)/,
  email: /\S@\S/,
}

/** What screen readers say of form fields; what each asks is known by the definition in the file. */
export const tooltipRules = {
  'tooltip-contents': {
    source: 'ISO 14289-2',
    *check({ fields }) {
      for (const { name: field, widgets } of fields)
        for (const widget of widgets)
          if (textIn(widget, 'TU') && textIn(widget, 'TU') !== textIn(widget, 'Contents'))
            yield field
    },
  },
  'tooltip-format': {
    source: '7.18.1',
    *check(file) {
      for (const { question, field, widget } of asked(file)) {
        const told = textIn(widget, 'TU') ?? ''
        const { unit } = { unit: undefined, ...question }
        if (formats[question.type]?.test(told) === false || (unit && !told.includes(unit)))
          yield field.name
      }
    },
  },
  'tooltip-option': {
    source: '7.18.1',
    *check(file) {
      for (const { question, field, widget } of asked(file))
        if (
          ['choice', 'rating', 'checks', 'select'].includes(question.type) &&
          inherited(widget, 'FT') === name('Btn') &&
          // In a row of a table the question goes on in a sentence.
          !fold(textIn(widget, 'TU') ?? '').includes(fold(question.label))
        )
          yield field.name
    },
  },
} satisfies Record<string, Rule>

/** All widgets with the questions that they belong to. */
function* asked(file: TaggedFile) {
  const questions = new Map(
    definitionsIn(file).flatMap(({ id, fields }) =>
      fields.flatMap(questionsOf).flatMap(([own, question]): [string, Question][] => [
        [own, question],
        [`${id}.${own}`, question],
      ]),
    ),
  )
  for (const field of file.fields) {
    const question = questions.get(field.name)
    if (question) for (const widget of field.widgets) yield { question, field, widget }
  }
}

type Question = Pick<Field, 'type' | 'label'>

/** The names of a field's boxes, those beside "Other" left out. */
function questionsOf(field: Field): [name: string, question: Question][] {
  if (field.type === 'checks')
    return field.options.map(({ state }) => [`${field.name}.${state}`, field])
  if (field.type !== 'rows') return [[field.name, field]]
  return Array.from({ length: field.min }, (_, row) =>
    field.columns.map((column): [string, Question] => [
      `${field.name}.${row + 1}.${column.name}`,
      column,
    ]),
  ).flat()
}

function definitionsIn({ pdf: { catalog } }: TaggedFile): FormDefinition[] {
  const attached = catalog.lookupMaybe(name('AF'), PDFArray)
  return (attached?.asArray() ?? []).flatMap((_, index) => {
    const file = attached?.lookup(index, PDFDict).lookup(name('EF'), PDFDict).lookup(name('F'))
    const json = parseJsonMaybe(Buffer.from(textOf(file), 'latin1').toString('utf8'))
    return FormDefinition.safeParse(json).data ?? []
  })
}
