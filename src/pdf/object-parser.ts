import { characterClass, isDigit, isWhitespace, latin1, WHITESPACE } from './bytes.ts'
import {
  CARRIAGE_RETURN,
  CLOSE_ANGLE,
  CLOSE_BRACKET,
  DOT,
  HASH,
  LETTER_R,
  LINE_FEED,
  MINUS,
  OPEN_ANGLE,
  OPEN_BRACKET,
  OPEN_PARENTHESIS,
  PERCENT,
  PLUS,
  SLASH,
  ZERO,
} from './characters.ts'
import { PdfSyntaxError } from './errors.ts'
import { type PdfDict, PdfName, type PdfObject, PdfRef, PdfString } from './objects.ts'
import { type RawString, readHexString, readLiteralString } from './string-syntax.ts'

const NAME_ESCAPE = /#([0-9A-Fa-f]{2})/g
/** Longer digit runs are no object numbers, and would not be exact. */
const MAX_DIGITS = 15
/** A number of so few digits is exact, and so is what it is divided by: the quotient is the number that the decimals mean. */
const powersOfTen = Array.from({ length: MAX_DIGITS + 1 }, (_, index) => 10 ** index)

/** What the parser needs besides the bytes. */
export interface ParserOptions {
  readonly nesting: number
  /** Turns the bytes of each string into plain ones. */
  readonly decryptString?: ((bytes: Uint8Array) => Uint8Array) | undefined
  /** Told of faults that were read over. */
  readonly onFault?: ((fault: ParserFault) => void) | undefined
}

/** A fault that was read over. */
type ParserFault =
  | { readonly kind: 'duplicate-key'; readonly key: string }
  | { readonly kind: 'malformed'; readonly why: string }

/** Reads objects (ISO 32000-1, 7.2 and 7.3) from bytes, as lenient as the common viewers are. */
export class ObjectParser {
  position: number
  readonly #bytes: Uint8Array
  readonly #options: ParserOptions

  constructor(bytes: Uint8Array, position: number, options: ParserOptions) {
    this.#bytes = bytes
    this.position = position
    this.#options = options
  }

  /**
   * Reads the next object.
   *
   * @throws PdfSyntaxError where there is none, where it does not end, or where it nests too deep.
   */
  readObject(depth = 0): PdfObject {
    this.skipSpace()
    const byte = this.#bytes[this.position]
    switch (byte) {
      case SLASH:
        return new PdfName(this.#readName())
      case OPEN_ANGLE:
        return this.#bytes[this.position + 1] === OPEN_ANGLE
          ? this.#readDict(depth)
          : this.#string(this.#readHexString())
      case OPEN_PARENTHESIS:
        return this.#string(readLiteralString(this.#bytes, this.position))
      case OPEN_BRACKET:
        return this.#readArray(depth)
      default:
        return this.#startsNumber(byte) ? this.#readNumberOrRef() : this.#readKeywordObject()
    }
  }

  skipSpace(): void {
    const bytes = this.#bytes
    for (let at = this.position; ; at++) {
      const byte = bytes[at]
      if (byte === PERCENT) {
        while (at < bytes.length && bytes[at] !== LINE_FEED && bytes[at] !== CARRIAGE_RETURN) at++
      } else if (byte === undefined || characterClass[byte] !== WHITESPACE) {
        this.position = at
        return
      }
    }
  }

  /** Whether the keyword stands here; if so, moves behind it. */
  skipKeyword(keyword: string): boolean {
    for (let i = 0; i < keyword.length; i++) {
      if (this.#bytes[this.position + i] !== keyword.charCodeAt(i)) return false
    }
    this.position += keyword.length
    return true
  }

  /** Reads an unsigned integer that stands here; undefined where there is none. */
  readUnsigned(): number | undefined {
    const start = this.position
    let value = 0
    while (isDigit(this.#bytes[this.position])) {
      value = value * 10 + (this.#bytes[this.position++] ?? 0) - ZERO
    }
    const length = this.position - start
    return length === 0 || length > MAX_DIGITS ? undefined : value
  }

  #startsNumber(byte: number | undefined): boolean {
    return isDigit(byte) || byte === MINUS || byte === PLUS || byte === DOT
  }

  #readNumberOrRef(): PdfObject {
    const start = this.position
    const num = this.readUnsigned()
    if (num === undefined || this.#bytes[this.position] === DOT) {
      this.position = start
      return this.#readNumber()
    }
    return this.#readRefAfter(num) ?? this.#numberUpToHere(num)
  }

  /** Skips what odd writers put behind the digits of a number, such as `12-3` or `1e5`. */
  #numberUpToHere(value: number): number {
    const byte = this.#bytes[this.position]
    if (byte === undefined || characterClass[byte] !== 0) return value
    const rest = this.#readKeyword()
    this.#malformed(`\`${value}${rest.slice(0, 20)}\` is not a number`)
    return value
  }

  #readRefAfter(num: number): PdfRef | undefined {
    const afterNumber = this.position
    if (isWhitespace(this.#bytes[afterNumber])) {
      this.skipSpace()
      const gen = this.readUnsigned()
      if (gen !== undefined && isWhitespace(this.#bytes[this.position])) {
        this.skipSpace()
        if (this.#bytes[this.position] === LETTER_R && this.#endsToken(this.position + 1)) {
          this.position++
          return new PdfRef(num, gen)
        }
      }
    }
    this.position = afterNumber
    return undefined
  }

  #endsToken(at: number): boolean {
    const byte = this.#bytes[at]
    return byte === undefined || characterClass[byte] !== 0
  }

  #readNumber(): number {
    let negative = false
    for (; ; this.position++) {
      const byte = this.#bytes[this.position]
      if (byte === MINUS) negative = true
      else if (byte !== PLUS) break
    }
    const start = this.position
    let digits = this.#skipDigits(0)
    let decimals = 0
    if (this.#bytes[this.position] === DOT) {
      const point = this.position++
      digits = this.#skipDigits(digits)
      decimals = this.position - point - 1
    }
    const magnitude =
      this.position - start <= MAX_DIGITS
        ? digits / powersOfTen[decimals]!
        : Number.parseFloat(latin1(this.#bytes, start, this.position)) || 0
    return this.#numberUpToHere(negative ? -magnitude : magnitude)
  }

  /** Moves behind the digits that stand here, and gives the number that they go on with. */
  #skipDigits(before: number): number {
    let value = before
    while (isDigit(this.#bytes[this.position]))
      value = value * 10 + this.#bytes[this.position++]! - ZERO
    return value
  }

  #readName(): string {
    const bytes = this.#bytes
    const start = ++this.position
    let escaped = false
    let at = start
    for (; ; at++) {
      const byte = bytes[at]
      if (byte === undefined || characterClass[byte] !== 0) break
      if (byte === HASH) escaped = true
    }
    this.position = at
    const raw = latin1(bytes, start, at)
    return escaped
      ? raw.replace(NAME_ESCAPE, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
      : raw
  }

  #readArray(depth: number): PdfObject[] {
    this.#enter(depth)
    this.position++
    const items: PdfObject[] = []
    for (;;) {
      this.skipSpace()
      if (this.#bytes[this.position] === CLOSE_BRACKET) break
      items.push(this.readObject(depth + 1))
    }
    this.position++
    return items
  }

  #readDict(depth: number): PdfDict {
    this.#enter(depth)
    this.position += 2
    const dict: PdfDict = new Map()
    while (!this.#atDictEnd()) {
      if (this.#bytes[this.position] !== SLASH) {
        this.readObject(depth + 1)
        this.#malformed('a dictionary has a key that is no name')
        continue
      }
      const key = this.#readName()
      const size = dict.size
      dict.set(key, this.#atDictEnd() ? null : this.readObject(depth + 1))
      if (dict.size === size) this.#options.onFault?.({ kind: 'duplicate-key', key })
    }
    this.position += 2
    return dict
  }

  #atDictEnd(): boolean {
    this.skipSpace()
    const bytes = this.#bytes
    return bytes[this.position] === CLOSE_ANGLE && bytes[this.position + 1] === CLOSE_ANGLE
  }

  #enter(depth: number): void {
    if (depth >= this.#options.nesting) {
      throw new PdfSyntaxError(
        `more than ${this.#options.nesting} levels of nesting`,
        this.position,
      )
    }
  }

  #readKeywordObject(): PdfObject {
    const start = this.position
    const keyword = this.#readKeyword()
    if (keyword === 'null') return null
    if (keyword === 'true') return true
    if (keyword === 'false') return false
    if (keyword === '' || structural.has(keyword)) {
      throw new PdfSyntaxError(`expected an object, found \`${keyword}\``, start)
    }
    this.#malformed(`\`${keyword.slice(0, 20)}\` is no object`)
    return null
  }

  #readKeyword(): string {
    const start = this.position
    while (!this.#endsToken(this.position)) this.position++
    return latin1(this.#bytes, start, this.position)
  }

  #malformed(why: string): void {
    this.#options.onFault?.({ kind: 'malformed', why })
  }

  #readHexString(): RawString {
    return readHexString(this.#bytes, this.position, (why) => this.#malformed(why))
  }

  #string({ bytes, end }: RawString): PdfString {
    const start = this.position
    this.position = end
    const plain = this.#options.decryptString?.(bytes) ?? bytes
    return new PdfString(plain, start, end)
  }
}

/** Keywords that can only mean that the object broke off. */
const structural = new Set(['endobj', 'obj', 'stream', 'endstream', 'xref', 'trailer', 'startxref'])
