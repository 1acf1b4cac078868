import { utf16 } from '../../bytes.ts'
import { isArray, type PdfObject, PdfString } from '../../objects.ts'
import { readInstructions } from '../instructions.ts'

const MOST_CODES = 100_000
const MOST_RANGES = 20_000

/** How codes are cut from a string, and what each means (ISO 32000-1, 9.7.5 and 9.10.3). */
export interface CMap {
  /** Length in bytes of the code that begins with this byte; undefined where no range says. */
  codeLength(firstByte: number): number | undefined
  /** The text of a code, from `bfchar` and `bfrange`. */
  text(code: number): string | undefined
  /** The texts of all codes, in no order. */
  texts(): Map<number, string>
  /** The character id of a code, from `cidchar` and `cidrange`. */
  cid(code: number): number | undefined
}

export function readCMap(bytes: Uint8Array): CMap {
  const codespaces: { length: number; low: number; high: number }[] = []
  const texts = new RangeMap<string>((text, step) => following(text, step))
  const cids = new RangeMap<number>((cid, step) => cid + step)
  for (const { operator, operands } of readInstructions(bytes)) {
    switch (operator) {
      case 'endcodespacerange':
        for (const [low, high] of groups(operands, 2)) {
          const first = bytesOf(low)
          const last = bytesOf(high)
          if (first?.length && last?.length)
            codespaces.push({ length: first.length, low: first[0]!, high: last[0]! })
        }
        break
      case 'endbfchar':
        for (const [code, text] of groups(operands, 2))
          texts.add(codeOf(code), codeOf(code), textOf(text))
        break
      case 'endbfrange':
        for (const [low, high, text] of groups(operands, 3)) addTexts(texts, low, high, text)
        break
      case 'endcidchar':
        for (const [code, cid] of groups(operands, 2))
          cids.add(codeOf(code), codeOf(code), numberOf(cid))
        break
      case 'endcidrange':
        for (const [low, high, cid] of groups(operands, 3))
          cids.add(codeOf(low), codeOf(high), numberOf(cid))
    }
  }
  return {
    codeLength: (byte) => codespaces.find(({ low, high }) => byte >= low && byte <= high)?.length,
    text: (code) => texts.get(code),
    texts: () => texts.all(),
    cid: (code) => cids.get(code),
  }
}

function addTexts(
  texts: RangeMap<string>,
  low: PdfObject | undefined,
  high: PdfObject | undefined,
  text: PdfObject | undefined,
): void {
  const first = codeOf(low)
  if (!isArray(text)) texts.add(first, codeOf(high), textOf(text))
  else if (first !== undefined)
    text.forEach((item, index) => {
      texts.add(first + index, first + index, textOf(item))
    })
}

/** Values by code; long ranges are kept as they are, so that one of four thousand million codes costs nothing. */
class RangeMap<Value> {
  readonly #single = new Map<number, Value>()
  readonly #ranges: { low: number; high: number; value: Value }[] = []
  readonly #next: (value: Value, step: number) => Value

  constructor(next: (value: Value, step: number) => Value) {
    this.#next = next
  }

  add(low: number | undefined, high: number | undefined, value: Value | undefined): void {
    if (low === undefined || high === undefined || value === undefined || high < low) return
    if (low === high) this.#keep(low, value)
    else if (this.#ranges.length < MOST_RANGES) this.#ranges.push({ low, high, value })
  }

  get(code: number): Value | undefined {
    const known = this.#single.get(code)
    if (known !== undefined) return known
    const range = this.#ranges.find(({ low, high }) => code >= low && code <= high)
    if (!range) return undefined
    const value = this.#next(range.value, code - range.low)
    this.#keep(code, value)
    return value
  }

  /** The value of each code, as far as there are not more than the most codes. */
  all(): Map<number, Value> {
    const values = new Map<number, Value>()
    // As in `get`, the first range counts, and a code by itself before all ranges.
    for (const { low, high, value } of this.#ranges.toReversed())
      for (let code = low; code <= high && values.size < MOST_CODES; code++)
        values.set(code, this.#next(value, code - low))
    for (const [code, value] of this.#single) values.set(code, value)
    return values
  }

  #keep(code: number, value: Value): void {
    if (this.#single.size < MOST_CODES) this.#single.set(code, value)
  }
}

function groups(operands: readonly PdfObject[], size: number): PdfObject[][] {
  return Array.from({ length: Math.floor(operands.length / size) }, (_, index) =>
    operands.slice(index * size, (index + 1) * size),
  )
}

function bytesOf(object: PdfObject | undefined): Uint8Array | undefined {
  return object instanceof PdfString ? object.bytes : undefined
}

function codeOf(object: PdfObject | undefined): number | undefined {
  return bytesOf(object)?.reduce((code, byte) => code * 256 + byte, 0)
}

function numberOf(object: PdfObject | undefined): number | undefined {
  return typeof object === 'number' ? object : undefined
}

function textOf(object: PdfObject | undefined): string | undefined {
  const bytes = bytesOf(object)
  if (!bytes?.length) return undefined
  if (bytes.length === 1) return String.fromCharCode(bytes[0]!)
  const units = Uint16Array.from(
    { length: bytes.length >> 1 },
    (_, index) => (bytes[2 * index]! << 8) | bytes[2 * index + 1]!,
  )
  return utf16(units)
}

/** In a range the last code unit counts up. */
function following(text: string, step: number): string {
  return text.slice(0, -1) + String.fromCharCode(text.charCodeAt(text.length - 1) + step)
}
