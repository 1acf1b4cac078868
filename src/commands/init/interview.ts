import { confirm, isCancel, select } from '@clack/prompts'
import type { Answer, Question } from '../../index.ts'
import { askedIn } from '../../pack/init.ts'
import { count } from '../../terminal/write.ts'
import { askQuestion, showGroup } from './ask-question.ts'

/** The answers so far, by their question. */
export type Given = Map<Question, Answer>

/** How to ask. */
export interface Manner {
  /** Take the usual answers where there are some, and ask for the others only. */
  readonly isHurried: boolean
  /** Whether there is a file of this name beside the configuration. */
  readonly isFile: (name: string) => boolean
}

/**
 * Asks all questions, gathers the answers as they come, and shows them before they are written. True when they are to be
 * written.
 */
export async function interview(
  questions: readonly Question[],
  given: Given,
  manner: Manner,
): Promise<boolean> {
  if (!(await askAll(questions, given, manner))) return keepSoFar(given, questions)
  for (;;) {
    const next = await review(questions, given)
    if (next === 'write') return true
    if (next === 'stop') return false
    await change(next, given, manner)
  }
}

/** Goes through the questions, back and forth; false when it was broken off. */
async function askAll(
  questions: readonly Question[],
  given: Given,
  manner: Manner,
): Promise<boolean> {
  let { isHurried } = manner
  const groups = [...new Set(questions.map(({ group }) => group))]
  let shown: string | undefined
  for (let index = 0; index < questions.length; ) {
    const question = questions[index]!
    if (isHurried && !question.isQuick) {
      takeUsual(question, given)
      index++
      continue
    }
    if (question.group !== shown)
      showGroup(asSpelled(question, given).group, groups.indexOf(question.group) + 1, groups.length)
    shown = question.group
    const next = await change(question, given, manner)
    if (next === 'stop') return false
    if (next === 'hurry') {
      isHurried = true
      takeUsual(question, given)
    }
    index = next === 'back' ? before(index, questions, isHurried) : index + 1
  }
  return true
}

function takeUsual(question: Question, given: Given): void {
  const usual = asSpelled(question, given).default
  if (usual !== undefined && !given.has(question)) given.set(question, usual)
}

/** A question as the locale spells it that was answered, if any was. */
function asSpelled(question: Question, given: Given): Question {
  const locale = localeIn(given)
  return locale === undefined ? question : askedIn(locale, question)
}

/** The question before one, of those that are asked. */
function before(index: number, questions: readonly Question[], isHurried: boolean): number {
  const asked = questions.slice(0, index).findLastIndex(({ isQuick }) => isQuick || !isHurried)
  return Math.max(0, asked)
}

async function change(
  question: Question,
  given: Given,
  { isFile }: Manner,
): Promise<'on' | 'back' | 'hurry' | 'stop'> {
  const answerTo = (phrase: string) =>
    [...given].find(([{ path }]) => path[0] === 'answers' && path[1] === phrase)?.[1]
  const said = { before: given.get(question), locale: localeIn(given), answerTo, isFile }
  const reply = await askQuestion(asSpelled(question, given), said)
  if (reply.kind === 'answer') given.set(question, reply.answer)
  if (reply.kind === 'skip') given.delete(question)
  return reply.kind === 'answer' || reply.kind === 'skip' ? 'on' : reply.kind
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
        label: `Change: ${asSpelled(question, given).question}`,
        hint: shown(given.get(question)),
      })),
      { value: 'stop', label: 'Stop and write nothing' },
    ],
    maxItems: 12,
  })
  return isCancel(chosen) ? 'stop' : chosen
}

async function keepSoFar(given: Given, questions: readonly Question[]): Promise<boolean> {
  const lacksName = questions.some((question) => question.required && !given.has(question))
  if (given.size === 0 || lacksName) return false
  const keep = await confirm({
    message: `Keep the ${count(given.size, 'answer')} so far? You can go on another time.`,
  })
  return keep === true
}

function shown(answer: Answer | undefined): string {
  if (answer === undefined) return 'open'
  if (answer === null) return 'none'
  return typeof answer === 'object' ? Object.keys(answer).join(', ') : String(answer)
}
