import { type Decoded, inflate, OutputLimitError } from './inflate.ts'
import { isArray, isDict, nameOf, type PdfDict, type PdfObject } from './objects.ts'
import { undoPredictor } from './predictor.ts'
import { decodeAscii85, decodeAsciiHex, decodeLzw, decodeRunLength } from './simple-filters.ts'

const MAX_FILTERS = 10

/** Gives the object a reference stands for, and any other object as it is. */
export type Resolve = (object: PdfObject | undefined) => PdfObject

export interface FilterStep {
  readonly name: string
  readonly parameters: PdfDict
}

/** The filters of a stream, in the order in which they are undone (ISO 32000-1, 7.3.8.2). */
export function filterSteps(dict: PdfDict, resolve: Resolve): FilterStep[] {
  const filter = resolve(dict.get('Filter'))
  const parameters = resolve(dict.get('DecodeParms'))
  const names = isArray(filter) ? filter.slice(0, MAX_FILTERS + 1) : filter === null ? [] : [filter]
  return names.map((name, index) => {
    const own = isArray(parameters) ? resolve(parameters[index]) : parameters
    return { name: nameOf(resolve(name)) ?? '', parameters: isDict(own) ? own : new Map() }
  })
}

/** What a chain of filters gives. */
export interface Unfiltered extends Decoded {
  /** Bytes that were unpacked, for the budget. */
  readonly work: number
}

/** Undoes a chain of filters. Output that passes `limit` bytes is a fault and is not kept. */
export function undoFilters(
  data: Uint8Array,
  steps: readonly FilterStep[],
  resolve: Resolve,
  limit: number,
): Unfiltered {
  try {
    const decoded = undoEach(data, steps, resolve, limit)
    return { ...decoded, work: decoded.bytes.length }
  } catch (error) {
    if (!(error instanceof OutputLimitError)) throw error
    // One more than the limit, so that a limit that is the rest of the whole budget ends it.
    return { bytes: new Uint8Array(), fault: error.message, work: limit + 1 }
  }
}

function undoEach(
  data: Uint8Array,
  steps: readonly FilterStep[],
  resolve: Resolve,
  limit: number,
): Decoded {
  if (steps.length > MAX_FILTERS) return { bytes: new Uint8Array(), fault: 'too many filters' }
  let result: Decoded = { bytes: data }
  for (const { name, parameters } of steps) {
    const undo = filters.get(name)
    if (!undo) return { bytes: new Uint8Array(), fault: `the filter \`${name}\` is not supported` }
    const next = undo(result.bytes, integerParameters(parameters, resolve), limit)
    const fault = result.fault ?? next.fault
    result = fault === undefined ? next : { bytes: next.bytes, fault }
  }
  return result
}

type Parameters = (key: string, fallback: number) => number
type Filter = (data: Uint8Array, parameter: Parameters, limit: number) => Decoded

function integerParameters(parameters: PdfDict, resolve: Resolve): Parameters {
  return (key, fallback) => {
    const value = resolve(parameters.get(key))
    return typeof value === 'number' && value >= 0 && value < 2 ** 31 ? Math.trunc(value) : fallback
  }
}

function withPredictor(decoded: Decoded, parameter: Parameters): Decoded {
  const bytes = undoPredictor(decoded.bytes, {
    predictor: parameter('Predictor', 1),
    colors: parameter('Colors', 1),
    bitsPerComponent: parameter('BitsPerComponent', 8),
    columns: parameter('Columns', 1),
  })
  return { ...decoded, bytes }
}

const flate: Filter = (data, parameter, limit) => withPredictor(inflate(data, limit), parameter)
const lzw: Filter = (data, parameter, limit) =>
  withPredictor(decodeLzw(data, limit, parameter('EarlyChange', 1)), parameter)
const ascii85: Filter = (data, _, limit) => decodeAscii85(data, limit)
const runLength: Filter = (data, _, limit) => decodeRunLength(data, limit)

/** By name and by the abbreviations that some writers use outside inline images too. */
const filters = new Map<string, Filter>([
  ['FlateDecode', flate],
  ['Fl', flate],
  ['LZWDecode', lzw],
  ['LZW', lzw],
  ['ASCIIHexDecode', decodeAsciiHex],
  ['AHx', decodeAsciiHex],
  ['ASCII85Decode', ascii85],
  ['A85', ascii85],
  ['RunLengthDecode', runLength],
  ['RL', runLength],
  // Decryption has happened before the filters.
  ['Crypt', (data) => ({ bytes: data })],
])
