import { characterClass, isDigit, isWhitespace, latin1 } from '../bytes.ts'
import { LETTER_E, LETTER_I } from '../characters.ts'
import { readMaybe } from '../errors.ts'
import { ObjectParser } from '../object-parser.ts'
import type { PdfObject } from '../objects.ts'

const LONGEST_KEYWORD = 64
const LONGEST_OPERATOR = 3
const MOST_OPERANDS = 100_000
const MOST_FAULTS = 20
const LOOK_AHEAD = 16

/** An operator with the operands before it, and its place in the stream as offsets of bytes. */
export interface Instruction {
  readonly operator: string
  readonly operands: readonly PdfObject[]
  /** Where its first operand begins, or the operator itself where it has none. */
  readonly start: number
  /** Behind its last byte. */
  readonly end: number
}

/**
 * Reads a content stream (ISO 32000-1, 7.8.2) or a CMap, which has the same syntax. What is no syntax is passed over.
 * An inline image comes as the operator `EI`, without its data.
 */
export function* readInstructions(
  bytes: Uint8Array,
  onFault: () => void = () => {},
): Generator<Instruction> {
  const parser = new ObjectParser(bytes, 0, { nesting: 50 })
  let operands: PdfObject[] = []
  let start = 0
  let faults = 0
  for (parser.skipSpace(); parser.position < bytes.length; parser.skipSpace()) {
    const at = parser.position
    if (operands.length === 0) start = at
    if (startsOperand(bytes[at])) {
      const operand = readMaybe(() => parser.readObject())
      if (operand !== undefined) {
        if (operands.length < MOST_OPERANDS) operands.push(operand)
        continue
      }
      onFault()
      // What has no end is searched to the end of the stream each time.
      if (++faults === MOST_FAULTS) return
      parser.position = Math.max(at + 1, parser.position)
      continue
    }
    const operator = readKeyword(bytes, at)
    parser.position = at + Math.max(1, operator.length)
    if (operator === 'ID') {
      parser.position = endOfImage(bytes, parser.position)
      yield { operator: 'EI', operands, start, end: parser.position }
    } else if (constants.has(operator)) {
      operands.push(constants.get(operator) ?? null)
      continue
    } else if (operator !== '') {
      yield { operator, operands, start, end: parser.position }
    }
    operands = []
  }
}

function startsOperand(byte: number | undefined): boolean {
  return isDigit(byte) || (byte !== undefined && operandStarts.has(byte))
}

/** The characters here that are neither white space nor delimiters; they may be none. */
export function readKeyword(bytes: Uint8Array, start: number): string {
  let end = start
  let key = 0
  while (end < bytes.length && end - start < LONGEST_KEYWORD && characterClass[bytes[end]!] === 0) {
    key = key * 256 + bytes[end]!
    end++
  }
  if (end - start > LONGEST_OPERATOR) return latin1(bytes, start, end)
  const operator = operators.get(key) ?? latin1(bytes, start, end)
  operators.set(key, operator)
  return operator
}

/** Operators by their bytes: to make a string of them each time takes longer than all the rest. */
const operators = new Map<number, string>()

/** The data of an inline image may hold anything; its end is an `EI` that text follows. */
function endOfImage(bytes: Uint8Array, from: number): number {
  for (let at = from + 1; at < bytes.length; at++) {
    if (bytes[at] !== LETTER_E || bytes[at + 1] !== LETTER_I || !isWhitespace(bytes[at - 1]))
      continue
    if (isText(bytes.subarray(at + 2, at + 2 + LOOK_AHEAD))) return at + 2
  }
  return bytes.length
}

function isText(bytes: Uint8Array): boolean {
  if (bytes.length > 0 && !isWhitespace(bytes[0])) return false
  return bytes.every((byte) => (byte >= 0x20 && byte < 0x7f) || isWhitespace(byte))
}

const operandStarts = new Set(Array.from('/(<[+-.', (character) => character.charCodeAt(0)))
const constants = new Map([
  ['true', true],
  ['false', false],
  ['null', null],
])
