import { confirm, isCancel, select } from '@clack/prompts'
import type { Answer, Question } from '../../index.ts'
import { count } from '../../terminal/write.ts'
import { askQuestion, showGroup } from './ask-question.ts'

/** The answers so far, by their question. */
export type Given = ReadonlyMap<Question, Answer>

/**
 * Asks all questions and shows the answers before they are written. Gives the answers to keep; undefined when nothing is
 * to be written.
 */
export async function interview(questions: readonly Question[]): Promise<Given | undefined> {
  const given = new Map<Question, Answer>()
  if (!(await askAll(questions, given))) return keepSoFar(given, questions)
  for (;;) {
    const next = await review(questions, given)
    if (next === 'write') return given
    if (next === 'stop') return undefined
    await change(next, given)
  }
}

/** Goes through the questions, back and forth; false when it was broken off. */
async function askAll(
  questions: readonly Question[],
  given: Map<Question, Answer>,
): Promise<boolean> {
  const groups = [...new Set(questions.map(({ group }) => group))]
  let shown: string | undefined
  for (let index = 0; index < questions.length; ) {
    const question = questions[index]!
    if (question.group !== shown)
      showGroup(question.group, groups.indexOf(question.group) + 1, groups.length)
    shown = question.group
    const next = await change(question, given)
    if (next === 'stop') return false
    index = next === 'back' ? Math.max(0, index - 1) : index + 1
  }
  return true
}

async function change(
  question: Question,
  given: Map<Question, Answer>,
): Promise<'on' | 'back' | 'stop'> {
  const said = { before: given.get(question), locale: localeIn(given) }
  const reply = await askQuestion(question, said)
  if (reply.kind === 'answer') given.set(question, reply.answer)
  if (reply.kind === 'skip') given.delete(question)
  return reply.kind === 'back' || reply.kind === 'stop' ? reply.kind : 'on'
}

/** The locale that was answered, by which dates are read from then on. */
function localeIn(given: Given): string | undefined {
  const found = [...given].find(([{ path }]) => path.join('.') === 'organisation.locale')
  return typeof found?.[1] === 'string' ? found[1] : undefined
}

/** Shows every answer; the choice is to write them, to stop, or the question whose answer is to be changed. */
async function review(
  questions: readonly Question[],
  given: Given,
): Promise<Question | 'write' | 'stop'> {
  const open = questions.length - given.size
  const chosen = await select<Question | 'write' | 'stop'>({
    message: `${count(given.size, 'answer')}, ${open} left open. Is all as it should be?`,
    options: [
      { value: 'write', label: 'Yes, write it' },
      ...questions.map((question) => ({
        value: question,
        label: `Change: ${question.question}`,
        hint: shown(given.get(question)),
      })),
      { value: 'stop', label: 'Stop and write nothing' },
    ],
    maxItems: 12,
  })
  return isCancel(chosen) ? 'stop' : chosen
}

async function keepSoFar(given: Given, questions: readonly Question[]): Promise<Given | undefined> {
  const lacksName = questions.some((question) => question.required && !given.has(question))
  if (given.size === 0 || lacksName) return undefined
  const keep = await confirm({
    message: `Keep the ${count(given.size, 'answer')} so far? You can go on another time.`,
  })
  return keep === true ? given : undefined
}

function shown(answer: Answer | undefined): string {
  if (answer === undefined) return 'open'
  if (answer === null) return 'none'
  return typeof answer === 'object' ? Object.keys(answer).join(', ') : String(answer)
}
