import { certainOf, INK, type KeyingTask } from '../../contracts/keying.ts'
import { questionOf, readAs, type Slot, slotsOf } from '../../contracts/slot.ts'
import type { Say } from '../../language/words.ts'
import type { Field, FieldOf } from '../../model/field.ts'
import type { FormDefinition } from '../../model/form.ts'
import type { Doubt } from '../../model/paper.ts'

/** What a person keys in one go: a question, or a cell of a table, with the line beside its "Other". */
export interface Item {
  readonly task: KeyingTask
  readonly definition: FormDefinition
  /** The field as it is drawn by itself; a cell has the name that it has on the form. */
  readonly field: Exclude<Field, FieldOf<'rows' | 'signature'>>
  /** The names of the fields of the PDF. */
  readonly names: readonly string[]
  /** Which questions of the task these are. */
  readonly questions: readonly number[]
  /** What was read for certain, by the names of the fields. */
  readonly certain: ReadonlyMap<string, string>
  /** Page of the form, counted from 0. */
  readonly page: number
  readonly kind: 'uncertain' | 'written' | 'certain'
  /** Why it is uncertain. */
  readonly why?: Doubt
}

export function itemsOf(task: KeyingTask, definition: FormDefinition, say: Say): Item[] {
  const indexOf = new Map(task.questions.map(({ reading }, index) => [reading.name, index]))
  const places = Map.groupBy(slotsOf(definition.fields), ({ field, cell }) =>
    cell ? `${cell.rows.name}.${cell.row}.${field.name}` : field.name,
  )
  return [...places].flatMap(([name, all]): Item[] => {
    const slots = all.filter((slot) => indexOf.has(readAs(slot)))
    const questions = [...new Set(slots.map((slot) => indexOf.get(readAs(slot))!))]
    const [slot] = slots
    if (!slot) return []
    const readings = questions.map((index) => task.questions[index]!.reading)
    const certain = new Map(
      slots.flatMap((one) => {
        const reading = readings.find((each) => each.name === readAs(one))
        const value = reading && certainOf(reading, one)
        return value === undefined ? [] : [[one.name, value] as const]
      }),
    )
    const names = [...new Set(slots.map((one) => one.name))]
    const doubtful = readings.find((reading) => reading.is === 'uncertain')
    const isCertain = names.every((one) => certain.has(one))
    const kind = isCertain ? 'certain' : doubtful ? 'uncertain' : 'written'
    const page = definition.widgets.find((widget) => names.includes(widget.name))?.page ?? 0
    const isLine = slots.length < all.length && slot.name !== name && slot.control === 'text'
    const field = isLine ? lineOf(slot) : byItself(slot, name, say)
    return [
      {
        ...{ task, definition, field, names, questions, certain, page, kind },
        ...(doubtful && { why: doubtful.why }),
      },
    ]
  })
}

function byItself({ field, cell }: Slot, name: string, say: Say): Item['field'] {
  if (field.type === 'signature')
    return {
      type: 'choice',
      name,
      label: field.label,
      hint: say('Is there a signature? Nobody has to say whose it is.'),
      required: field.required,
      options: [{ value: INK, label: say('Yes, there is ink in the box'), state: INK }],
    }
  // Only tables have rows, and a column is none.
  const alone = field as Item['field']
  return cell ? { ...alone, name, label: questionOf({ field, cell }) } : alone
}

/** The line beside "Other" where nothing else of its question is to be seen. */
function lineOf({ name, label }: Slot): FieldOf<'text'> {
  return { type: 'text', name, label, required: false }
}
