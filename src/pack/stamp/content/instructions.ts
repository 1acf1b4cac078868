import { characterClass, WHITESPACE } from '../../../pdf/bytes.ts'
import {
  CLOSE_ANGLE,
  CLOSE_BRACKET,
  DOT,
  MINUS,
  OPEN_ANGLE,
  OPEN_BRACKET,
  OPEN_PARENTHESIS,
  PLUS,
  SLASH,
  ZERO,
} from '../../../pdf/characters.ts'
import { readMaybe } from '../../../pdf/errors.ts'
import { ObjectParser } from '../../../pdf/object-parser.ts'
import { isArray, isDict, nameOf, type PdfObject, PdfString } from '../../../pdf/objects.ts'
import { type Instruction, readKeyword } from '../../../pdf/page/index.ts'
import { readLiteralString } from '../../../pdf/string-syntax.ts'
import { decodeText } from '../../../pdf/text-string.ts'

/** How deep arrays and dictionaries may be. */
const NESTING = 50
const NINE = 0x39
const LETTER_A = 0x61
/** What small letters have more than capitals. */
const LOWER_CASE = 0x20
const LONGEST_OPERATOR = 3

/** A marked-content sequence (ISO 32000-1, 14.6). */
export interface Sequence {
  readonly begin: Instruction
  readonly tag: string
  /** Marked-content id; absent for sequences that are not tagged. */
  readonly mcid: number | undefined
  /** What it says instead of its characters (14.9.4). */
  readonly actualText: string | undefined
}

/**
 * An instruction with the sequences that it stands in, the one that it begins or ends included. Its operands are read when they are asked
 * for, since a pack has hundreds of thousands of instructions that each stage goes through.
 */
export class PageInstruction implements Instruction {
  readonly operator: string
  readonly start: number
  readonly end: number
  open: readonly Sequence[]
  readonly content: Uint8Array
  #operands: readonly PdfObject[] | undefined = undefined

  constructor(
    content: Uint8Array,
    operator: string,
    [start, end]: readonly [number, number],
    open: readonly Sequence[],
  ) {
    this.operator = operator
    this.start = start
    this.end = end
    this.open = open
    this.content = content
  }

  get operands(): readonly PdfObject[] {
    this.#operands ??= operandsOf(this)
    return this.#operands
  }
}

function operandsOf({ content, start, end, operator }: PageInstruction): PdfObject[] {
  const parser = new ObjectParser(content, start, { nesting: NESTING })
  const operands: PdfObject[] = []
  for (; parser.position < end - operator.length; parser.skipSpace())
    operands.push(parser.readObject())
  return operands
}

/**
 * The instructions of a printed page. Throws for what Chromium does not write: inline images, comments, and what is no content.
 */
export function* readPageInstructions(content: Uint8Array): Generator<PageInstruction> {
  let open: readonly Sequence[] = []
  let at = 0
  for (;;) {
    const start = afterSpace(content, at)
    if (start === content.length) return
    at = afterOperands(content, start)
    const operator = operatorAt(content, at)
    at += operator.length
    const instruction = new PageInstruction(content, operator, [start, at], open)
    if (operator === 'BDC' || operator === 'BMC') {
      open = [...open, sequenceOf(instruction)]
      instruction.open = open
    }
    yield instruction
    if (operator === 'EMC') open = open.slice(0, -1)
  }
}

function afterSpace(content: Uint8Array, from: number): number {
  let at = from
  while (at < content.length && characterClass[content[at]!] === WHITESPACE) at += 1
  return at
}

/** Where the operator begins that follows the operands here. */
function afterOperands(content: Uint8Array, from: number): number {
  let depth = 0
  for (let at = from; ; ) {
    const byte = content[at]
    if (byte === undefined) break
    if (characterClass[byte] === 0) {
      if (depth === 0 && !startsNumber(byte)) return at
      at = afterRegular(content, at)
    } else if (characterClass[byte] === WHITESPACE) at += 1
    else if (byte === SLASH) at = afterRegular(content, at + 1)
    else if (byte === OPEN_PARENTHESIS)
      at = readMaybe(() => readLiteralString(content, at))?.end ?? content.length
    else if (byte === OPEN_BRACKET || byte === CLOSE_BRACKET) {
      depth += byte === OPEN_BRACKET ? 1 : -1
      at += 1
    } else if (byte === OPEN_ANGLE && content[at + 1] !== OPEN_ANGLE) {
      at = content.indexOf(CLOSE_ANGLE, at) + 1
      if (at === 0) break
    } else if ((byte === OPEN_ANGLE || byte === CLOSE_ANGLE) && content[at + 1] === byte) {
      depth += byte === OPEN_ANGLE ? 1 : -1
      at += 2
    } else break
  }
  throw unexpectedSyntax()
}

function unexpectedSyntax(): Error {
  return new Error('Unexpected syntax in the content of a printed page')
}

function startsNumber(byte: number): boolean {
  return (byte >= ZERO && byte <= NINE) || byte === MINUS || byte === DOT || byte === PLUS
}

/** Behind the characters that are neither white space nor delimiters. */
function afterRegular(content: Uint8Array, from: number): number {
  let at = from
  while (at < content.length && characterClass[content[at]!] === 0) at += 1
  return at
}

function operatorAt(content: Uint8Array, start: number): string {
  const operator = readKeyword(content, start)
  if (operator === 'BI') throw new Error('Unexpected inline image in a printed page')
  if (operator.length > LONGEST_OPERATOR) throw unexpectedSyntax()
  return operator
}

/** The codes that an instruction shows, each of one or two bytes. */
export function codesIn(instruction: PageInstruction, size: 1 | 2): readonly number[] {
  const { operator, content, start, end } = instruction
  if (operator !== 'Tj' && operator !== 'TJ') return NO_CODES
  // As Chromium shows each letter: `<002F> Tj`.
  if (size === 2 && end - start === 9 && content[start] === OPEN_ANGLE)
    return [
      (digitAt(content, start + 1) << 12) |
        (digitAt(content, start + 2) << 8) |
        (digitAt(content, start + 3) << 4) |
        digitAt(content, start + 4),
    ]
  const [shown] = instruction.operands
  const items = isArray(shown) ? shown : [shown]
  return items.flatMap((item) => codesOf(bytesOf(item) ?? NO_BYTES, size))
}

/** Most instructions show none. */
const NO_CODES: readonly number[] = []
const NO_BYTES = new Uint8Array()

/** A hexadecimal digit. */
function digitAt(content: Uint8Array, at: number): number {
  const byte = content[at]!
  return byte <= NINE ? byte - ZERO : (byte | LOWER_CASE) - LETTER_A + 10
}

function codesOf(string: Uint8Array, size: 1 | 2): number[] {
  if (size === 1) return [...string]
  return Array.from({ length: string.length >> 1 }, (_, at) => {
    return string[2 * at]! * 256 + string[2 * at + 1]!
  })
}

/** An operand that is a number; what is none counts as 0. */
export function numberOf(operand: PdfObject | undefined): number {
  return typeof operand === 'number' ? operand : 0
}

function sequenceOf(begin: Instruction): Sequence {
  const [tag, properties] = begin.operands
  const entries = isDict(properties) ? properties : undefined
  const mcid = entries?.get('MCID')
  const actualText = bytesOf(entries?.get('ActualText'))
  return {
    begin,
    tag: nameOf(tag) ?? '',
    mcid: typeof mcid === 'number' ? mcid : undefined,
    actualText: actualText && decodeText(actualText).text,
  }
}

function bytesOf(object: PdfObject | undefined): Uint8Array | undefined {
  return object instanceof PdfString ? object.bytes : undefined
}
