import { styleText } from 'node:util'
import type { Message } from '../messages/message.ts'
import { addressOf } from '../messages/rules.ts'
import { problemsIn } from './problems.ts'
import { asTyped } from './typed-command.ts'

/** So many other places that have a problem too are named; more are counted. */
const MOST_PLACES = 3
/** So many problems of one kind are each told; of more the first are, and the others counted. */
const MOST_ALIKE = 10
const FIRST_ALIKE = 3

/** What a stream is like, as far as it decides how things look. */
interface Stream extends NodeJS.WritableStream {
  readonly isTTY?: boolean
}

/**
 * Writes messages as `file:line:column severity message rule-id`, a line each, and the note on a line below. What holds for
 * several places is told of the first, with the others named or counted, unless all are wanted; where a command can show all (`all`
 * is given), so is what differs in nothing but the words that it quotes and is told often. On a terminal the columns are aligned and severities coloured, unless `NO_COLOR` is set.
 */
export function showMessages(
  messages: readonly Message[],
  { all, stream = process.stderr }: { all?: boolean | undefined; stream?: Stream } = {},
): void {
  const problems = all ? [] : problemsIn(messages)
  const shown = all ? messages : all === undefined ? problems.map(asOne) : firstOfEachKind(problems)
  const width = stream.isTTY
    ? Math.min(60, Math.max(0, ...shown.map((one) => placeOf(one).length)))
    : 0
  for (const message of shown) stream.write(`${lineOf(message, stream, width)}\n`)
}

/** Tells on a terminal, at the end of a run, how to learn more about its messages; the gravest serves as the example. */
export function showHowToLearnMore(
  messages: readonly Message[],
  stream: Stream = process.stderr,
): void {
  const [example] = severities.flatMap((severity) =>
    messages.filter((message) => message.severity === severity),
  )
  if (!example || !stream.isTTY) return
  stream.write(
    asTyped(
      `\`policypack explain RULE\` says more about a rule, for example \`policypack explain ${example.rule}\`\n`,
    ),
  )
}

const severities = ['error', 'warning', 'info'] as const

/** A message as JSON gives it: with the address of the paragraph about its rule. */
export function withHelp(message: Message): Message & { readonly help: string } {
  return { ...message, help: addressOf(message.rule) }
}

/** Each problem in one message; of many that are alike the first few, with the others counted. */
function firstOfEachKind(problems: readonly (readonly Message[])[]): Message[] {
  const kinds = Map.groupBy(problems, kindOf)
  return problems.flatMap((problem): Message[] => {
    const alike = kinds.get(kindOf(problem)) ?? []
    const at = alike.indexOf(problem)
    if (alike.length <= MOST_ALIKE || at < FIRST_ALIKE - 1) return [asOne(problem)]
    if (at >= FIRST_ALIKE) return []
    const others = alike.slice(FIRST_ALIKE)
    const files = new Set(others.flat().map(({ file }) => file)).size
    const where = files > 1 ? ` in ${files} files` : ''
    return [
      withNote(asOne(problem), `${others.length} more of this kind${where}; \`--all\` shows them.`),
    ]
  })
}

/** What a message says, but for the words that it quotes. */
function kindOf([first]: readonly Message[]): string {
  const words = first?.message.replace(/`[^`]*`/g, '`').replace(/“[^”]*”/g, '“')
  return [first?.severity, first?.rule, words].join(' ')
}

function withNote(message: Message, more: string): Message {
  return { ...message, note: message.note ? `${message.note} ${more}` : more }
}

function asOne(problem: readonly Message[]): Message {
  const [first, ...others] = problem
  if (!first) throw new Error('A problem has a place')
  const more = othersOf(first, others)
  return more === undefined ? first : withNote(first, more)
}

/** Where else a problem is; undefined where it is told of one place only. */
function othersOf(first: Message, others: readonly Message[]): string | undefined {
  const places = [...new Set(others.map(placeOf))].filter((place) => place !== placeOf(first))
  if (places.length === 0) return undefined
  return places.length > MOST_PLACES
    ? `The same in ${places.length} more places.`
    : `The same in ${places.join(', ')}.`
}

/** The place as `file:line:column`, as far as it is known. */
export function placeOf({ file, line, column }: Pick<Message, 'file' | 'line' | 'column'>): string {
  return [file, line, column].filter((part) => part !== undefined && part !== '').join(':')
}

/** The colours of severities, for `painter`. */
export const severityColours = { error: 'red', warning: 'yellow', info: 'blue' } as const

function lineOf(message: Message, stream: Stream, width: number): string {
  const paint = painter(stream)
  const place = printable(placeOf(message)).padEnd(width)
  const severity = paint(
    severityColours[message.severity],
    message.severity.padEnd(stream.isTTY ? 7 : 0),
  )
  const line = [place, severity, asTyped(printable(message.message)), paint('dim', message.rule)]
  const note = message.note ? `\n    ${asTyped(printable(message.note))}` : ''
  return line.filter((part) => part !== '').join(' ') + note
}

/** Colours text where the stream is a terminal that wants colours. */
export function painter(
  stream: Stream,
): (format: Parameters<typeof styleText>[0], text: string) => string {
  return (format, text) => styleText(format, text, { stream })
}

/** Text from a file, made safe to show: control characters could move the cursor or hide what follows. */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]+/gu, ' ')
}
