import { styleText } from 'node:util'
import type { Message } from '../messages/message.ts'

/** How many places may have the same message before only the first is shown. */
const PLACES = 3

/** What a stream is like, as far as it decides how things look. */
interface Stream extends NodeJS.WritableStream {
  readonly isTTY?: boolean
}

/**
 * Writes messages as `file:line:column severity message rule-id`, a line each, and the note on a line below. On a
 * terminal the columns are aligned and severities coloured, unless `NO_COLOR` is set, and what holds for many places is
 * told of the first.
 */
export function showMessages(messages: readonly Message[], stream: Stream = process.stderr): void {
  const shown = stream.isTTY ? withoutRepeats(messages) : messages
  const width = stream.isTTY
    ? Math.min(60, Math.max(0, ...shown.map((one) => placeOf(one).length)))
    : 0
  for (const message of shown) stream.write(`${lineOf(message, stream, width)}\n`)
}

function withoutRepeats(messages: readonly Message[]): Message[] {
  const alike = Map.groupBy(messages, ({ severity, rule, message }) =>
    [severity, rule, message].join(' '),
  )
  return [...alike.values()].flatMap((group) => {
    const [first] = group
    if (!first || group.length <= PLACES) return group
    const more = `The same in ${group.length - 1} more places.`
    return { ...first, note: first.note ? `${first.note} ${more}` : more }
  })
}

/** The place as `file:line:column`, as far as it is known. */
export function placeOf({ file, line, column }: Pick<Message, 'file' | 'line' | 'column'>): string {
  return [file, line, column].filter((part) => part !== undefined && part !== '').join(':')
}

const colours = { error: 'red', warning: 'yellow', info: 'blue' } as const

function lineOf(message: Message, stream: Stream, width: number): string {
  const paint = painter(stream)
  const place = printable(placeOf(message)).padEnd(width)
  const severity = paint(colours[message.severity], message.severity.padEnd(stream.isTTY ? 7 : 0))
  const line = [place, severity, printable(message.message), paint('dim', message.rule)]
  const note = message.note ? `\n    ${printable(message.note)}` : ''
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
