/** One operator of a content stream with its operands, as a range of bytes. */
export interface Operator {
  readonly name: string
  /** First byte of the first operand, or of the operator when it has none. */
  readonly start: number
  /** First byte of the operator itself. */
  readonly at: number
  /** First byte after it. */
  readonly end: number
}

const SPACE = new Set([0, 9, 10, 12, 13, 32])
const DELIMITER = new Set([...'()<>[]{}/%'].map((character) => character.charCodeAt(0)))

/**
 * The operators of a content stream in order (ISO 32000-1, 7.8.2). Throws for inline images, which Chromium does not
 * write.
 */
export function* operators(content: Uint8Array): Generator<Operator> {
  let start: number | undefined
  for (let at = skipSpace(content, 0); at < content.length; ) {
    const end = endOfToken(content, at)
    start ??= at
    if (isOperator(content, at)) {
      const name = latin1(content, at, end)
      if (name === 'BI') throw new Error('Unexpected inline image in a printed page')
      yield { name, start, at, end }
      start = undefined
    }
    at = skipSpace(content, end)
  }
}

/** A range of bytes as text, one character a byte. */
export function latin1(content: Uint8Array, start: number, end: number): string {
  return String.fromCharCode(...content.subarray(start, end))
}

/** Letters, `'` and `"` begin an operator; `true`, `false` and `null` do not occur outside of dictionaries. */
function isOperator(content: Uint8Array, at: number): boolean {
  return /[A-Za-z'"]/.test(String.fromCharCode(content[at] ?? 0))
}

function endOfToken(content: Uint8Array, at: number): number {
  switch (String.fromCharCode(content[at] ?? 0)) {
    case '(':
      return endOfString(content, at)
    case '<':
      return content[at + 1] === 0x3c ? endOfDictionary(content, at) : content.indexOf(0x3e, at) + 1
    case '/':
      return endOfRegular(content, at + 1)
    case '[':
    case ']':
      return at + 1
    default:
      return Math.max(endOfRegular(content, at), at + 1)
  }
}

function endOfRegular(content: Uint8Array, from: number): number {
  let at = from
  while (at < content.length && !SPACE.has(content[at] ?? 0) && !DELIMITER.has(content[at] ?? 0))
    at++
  return at
}

function endOfString(content: Uint8Array, from: number): number {
  let depth = 0
  for (let at = from; at < content.length; at++) {
    const byte = content[at]
    if (byte === 0x5c) at++
    else if (byte === 0x28) depth++
    else if (byte === 0x29 && --depth === 0) return at + 1
  }
  return content.length
}

function endOfDictionary(content: Uint8Array, from: number): number {
  let at = skipSpace(content, from + 2)
  while (at < content.length && !(content[at] === 0x3e && content[at + 1] === 0x3e))
    at = skipSpace(content, endOfToken(content, at))
  return at + 2
}

function skipSpace(content: Uint8Array, from: number): number {
  let at = from
  while (SPACE.has(content[at] ?? -1)) at++
  if (content[at] !== 0x25) return at
  while (at < content.length && content[at] !== 10 && content[at] !== 13) at++
  return skipSpace(content, at)
}
