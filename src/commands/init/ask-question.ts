import { isCancel, log, text } from '@clack/prompts'
import type { Answer, Question } from '../../index.ts'
import { painter, printable } from '../../terminal/show-messages.ts'
import { BACK, endsWith, HURRY, NONE, type Reply } from './reply.ts'

/** How many of the sentences that an answer will stand in are shown. */
const SENTENCES = 2

/** What was said before a question is asked. */
export interface Said {
  readonly before: Answer | undefined
  /** The locale, when it was asked for in the same interview. */
  readonly locale: string | undefined
  /** The answer to another question of the interview, by its phrase. */
  readonly answerTo: (phrase: string) => Answer | undefined
  /** Whether there is a file of this name beside the configuration. */
  readonly isFile: (name: string) => boolean
}

/** Asks one question; what was answered before, or else the default, stands in the line already. */
export async function askQuestion(question: Question, said: Said): Promise<Reply> {
  return question.type === 'definitions' ? askDefinitions(question) : askText(question, said)
}

async function askText(question: Question, said: Said): Promise<Reply> {
  const { before, locale } = said
  const initial = before === undefined ? question.default : before
  const typed = await text({
    message: wordingOf(question),
    ...(question.example !== undefined && { placeholder: `such as: ${question.example}` }),
    ...(initial !== undefined && { initialValue: initial === null ? NONE : String(initial) }),
    validate: (value = '') => complaint(question, value.trim(), said),
  })
  if (isCancel(typed)) return { kind: 'stop' }
  return replyOf(typed.trim(), question, locale)
}

function replyOf(typed: string, { optional, normal }: Question, locale?: string): Reply {
  if (endsWith(BACK, typed)) return { kind: 'back' }
  if (endsWith(HURRY, typed)) return { kind: 'hurry' }
  if (typed === '') return { kind: 'skip' }
  return {
    kind: 'answer',
    answer: optional && typed === NONE ? null : (normal(typed, locale) ?? typed),
  }
}

function complaint(question: Question, typed: string, said: Said): string | undefined {
  const isMove = endsWith(BACK, typed) || (endsWith(HURRY, typed) && !question.required)
  if (isMove || (typed === NONE && question.optional)) return undefined
  if (typed === '' || typed === HURRY) return question.required ? 'This one is needed' : undefined
  const answer = question.normal(typed, said.locale)
  if (answer === undefined) return `Expected ${question.expected}`
  if (question.type === 'file' && !said.isFile(answer))
    return `There is no file ${answer} beside the configuration; put it there first`
  const conflict = question.conflict?.(answer, said.answerTo, said.locale)
  return conflict && `Expected ${conflict}`
}

/** Asks for terms and their meanings until none is typed any more. */
async function askDefinitions(question: Question): Promise<Reply> {
  const entries = new Map<string, string>()
  for (;;) {
    const number = entries.size + 1
    const message =
      number === 1 ? wordingOf(question) : `Term ${number} (Enter alone when that was all)`
    const term = await text({ message, placeholder: 'a term' })
    if (isCancel(term)) return { kind: 'stop' }
    const reply = replyOf((term ?? '').trim(), question)
    if (reply.kind === 'skip' && entries.size > 0)
      return { kind: 'answer', answer: Object.fromEntries(entries) }
    if (reply.kind !== 'answer' || reply.answer === null) return reply
    const meaning = await text({ message: `What does “${term}” mean?`, validate: needed })
    if (isCancel(meaning)) return { kind: 'stop' }
    entries.set(String(reply.answer), meaning.trim())
  }
}

function needed(value = ''): string | undefined {
  return value.trim() === '' ? 'Say what it means, in a sentence' : undefined
}

function wordingOf({ question, hint, sentences, optional }: Question): string {
  const paint = painter(process.stdout)
  const lines = [
    hint,
    ...sentences.slice(0, SENTENCES).map(({ sentence }) => `“${shortened(printable(sentence))}”`),
    optional ? `Type ${NONE} if there is none.` : undefined,
  ]
  const small = lines.filter((line) => line !== undefined).flatMap(wrap)
  const bar = paint('gray', '│')
  return [question, ...small.map((line) => `${bar}  ${paint('dim', line)}`)].join('\n')
}

/** Breaks a text between words where the terminal ends, which would break it anywhere. */
function wrap(text: string): string[] {
  const width = Math.max(20, process.stdout.columns - 6)
  return text.match(new RegExp(`\\S.{0,${width}}(?=\\s|$)`, 'gu')) ?? []
}

function shortened(sentence: string): string {
  return sentence.length > 160 ? `${sentence.slice(0, 159)}…` : sentence
}

/** Shows that another group of questions begins. */
export function showGroup(group: string, number: number, of: number): void {
  log.step(`${painter(process.stdout)('bold', group)} (part ${number} of ${of})`)
}
