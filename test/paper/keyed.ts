import {
  INK,
  type KeyedAnswer,
  type KeyedAnswers,
  type KeyingTask,
} from '../../src/contracts/keying.ts'
import { type Slot, slotsOf } from '../../src/contracts/slot.ts'
import { certainAnswers } from '../../src/forms/extract-paper.ts'
import { allTasks, openStore, type StoredTask } from '../../src/forms/keep/index.ts'
import { shownTasks } from '../../src/forms/keying/shown.ts'
import type { FormDefinition } from '../../src/model/form.ts'

/** What waits to be keyed in a folder of records: as it is kept, and as a person is shown it. */
export async function waiting(
  records: string,
): Promise<{ readonly stored: readonly StoredTask[]; readonly shown: readonly KeyingTask[] }> {
  const stored = await allTasks(openStore(records))
  return { stored, shown: shownTasks(stored) }
}

/** Keys tasks as the page does: what is certain stays, and of the rest a person says what stands there. */
export function keyed(
  tasks: readonly KeyingTask[],
  forms: readonly FormDefinition[],
  says: (slot: Slot) => string | KeyedAnswer = usually,
): KeyedAnswers {
  return {
    policypackKeyed: 1,
    by: 'Kim Vale',
    tasks: tasks.map(({ id, form, questions }) => {
      const definition = forms.find(({ id: one }) => one === form.id)!
      const readings = questions.map(({ reading }) => reading)
      const certain = certainAnswers({ form: definition, readings })
      const shown = questions.filter(({ crops }) => crops.length > 0)
      const isShown = (name: string): boolean =>
        shown.some(({ reading }) => name === reading.name || name.startsWith(`${reading.name}.`))
      const slots = new Map(slotsOf(definition.fields).map((slot) => [slot.name, slot]))
      const answers = [...slots.values()].flatMap((slot): [string, KeyedAnswer][] => {
        if (!isShown(slot.name)) return []
        const said = certain.get(slot.name) ?? says(slot)
        return [[slot.name, typeof said === 'string' ? { value: said, method: 'keyed' } : said]]
      })
      return { id, form: { id: form.id, hash: form.hash }, answers: Object.fromEntries(answers) }
    }),
  }
}

/** Answers of the kinds that questions ask for. */
export function usually({ field, state }: Slot): string {
  switch (field.type) {
    case 'signature':
      return INK
    case 'date':
      return '3 April 2026'
    case 'number':
      return '2026'
    case 'email':
      return 'rowan@example.org'
    default:
      return state ?? 'Rowan Ash'
  }
}
