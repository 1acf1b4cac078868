import type { Parent, Position } from 'unist'
import { typeOf } from '../../../language/asked-type.ts'
import { asksAtLength, asksForMore, knownLabel } from '../../../language/known-label.ts'
import type { Entry } from './entries.ts'
import { addBlank, at, type Reader, takeQuestion } from './reader.ts'
import { isQuestion } from './words.ts'

const DATE_OF_SIGNATURE = /^(?:date(?:d| signed| of signature)?|signed on|datum|fecha)\s*:?$/i

/** A line to write on, which belongs to what stands before it. */
export function readGap(position: Position | undefined, reader: Reader): boolean {
  const answer = reader.last?.answer
  if (answer?.kind === 'writing') {
    answer.lines++
    return true
  }
  if (answer) return answer.kind === 'signature'
  const question = takeQuestion(reader, position?.start.line)
  if (!question) return false
  const type = typeOf(question.label)
  reader.last = addBlank(
    reader,
    {
      label: question.label,
      position: question.position,
      answer:
        type === 'signature'
          ? { kind: 'signature', dated: false }
          : { kind: 'writing', type, lines: 1, room: roomFor(question.label, 'under') },
    },
    question.put,
  )
  return true
}

/** `Date: ____  Date: ____` under as many signatures: each belongs to the one above it. */
export function addDates(entries: readonly Entry[], reader: Reader): boolean {
  const isRow =
    entries.length > 1 &&
    entries.length === reader.undated.length &&
    entries.every(({ label }) => DATE_OF_SIGNATURE.test(label))
  if (!isRow) return false
  for (const { answer } of reader.undated) if (answer.kind === 'signature') answer.dated = true
  reader.undated = []
  return true
}

/** Adds a label with its blank; a date after a signature belongs to the signature. */
export function addEntry(
  { label, bare, place, hint, isDate, isNumber }: Entry,
  position: Position | undefined,
  parent: Parent,
  reader: Reader,
): void {
  const signature = reader.signature?.answer
  if (signature?.kind === 'signature' && !signature.dated && DATE_OF_SIGNATURE.test(label)) {
    signature.dated = true
    reader.last = reader.signature
    reader.undated = reader.undated.filter((blank) => blank !== reader.signature)
    return
  }
  const type =
    isDate && !/\b(?:month|quarter)\b(?!.*\bdate\b)/i.test(label)
      ? 'date'
      : isNumber || isCounted(hint)
        ? 'number'
        : isClock(hint)
          ? 'text'
          : typeOf(label)
  const blank = addBlank(
    reader,
    {
      label,
      position,
      answer:
        type === 'signature'
          ? { kind: 'signature', dated: /\b(?:date|datum)\b/i.test(label) }
          : {
              kind: 'writing',
              type,
              lines: bare ? 0 : 1,
              room: roomFor(label, place ?? (bare ? 'none' : 'beside')),
              ...(hint && { hint }),
              ...(label.length <= 40 && !isQuestion(label) && { width: 'half' }),
            },
    },
    at(parent),
  )
  if (type === 'signature') {
    reader.signature = blank
    if (blank.answer.kind === 'signature' && !blank.answer.dated) reader.undated.push(blank)
  }
  reader.last = blank
}

/** `out of 5`, `£` */
function isCounted(hint: string | undefined): boolean {
  return /^(?:out of \d+|[£$€])$/.test(hint ?? '')
}

/** `AM/PM` */
function isClock(hint: string | undefined): boolean {
  return /^[ap]\.?m(?!\p{L})/iu.test(hint ?? '')
}

/** How many lines are meant at a label where at most one is drawn: in a cell and under a question often more. */
function roomFor(label: string, place: 'none' | 'beside' | 'cell' | 'under'): number {
  if (typeOf(label) !== 'text') return 1
  const isLong =
    place === 'none'
      ? asksForMore(label)
      : knownLabel(label) === 'long' || (place !== 'beside' && asksAtLength(label))
  return isLong ? 3 : 1
}
