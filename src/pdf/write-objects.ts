import { bytesToHex } from '@noble/hashes/utils.js'
import { asciiBytes, concat } from './bytes.ts'
import {
  isArray,
  type PdfDict,
  PdfName,
  type PdfObject,
  PdfRef,
  PdfStream,
  PdfString,
} from './objects.ts'

/** An indirect object that is to be written: what it is, and of a stream the data as it is stored. */
export interface WrittenObject {
  readonly value: PdfObject
  readonly data?: Uint8Array
}

/** A PDF of whole objects (ISO 32000-1, 7.5), numbered from 1 in their order; the first is the catalogue. */
export function writeObjects(objects: readonly WrittenObject[]): Uint8Array {
  const pieces: Uint8Array[] = [asciiBytes('%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n')]
  let length = pieces[0]?.length ?? 0
  const add = (piece: Uint8Array): void => {
    pieces.push(piece)
    length += piece.length
  }
  const offsets = objects.map((object, index) => {
    const offset = length
    add(objectBytes(index + 1, object))
    return offset
  })
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`)
  const size = objects.length + 1
  add(
    asciiBytes(
      `xref\n0 ${size}\n0000000000 65535 f \n${entries.join('')}trailer\n<</Size ${size}/Root 1 0 R>>\nstartxref\n${length}\n%%EOF\n`,
    ),
  )
  return concat(pieces)
}

/** An indirect object of generation 0 as it stands in a file. */
export function objectBytes(number: number, { value, data }: WrittenObject): Uint8Array {
  const begin = asciiBytes(`${number} 0 obj\n${objectSyntax(value)}\n`)
  return concat([begin, ...(data ? [streamBegin, data, streamEnd] : []), objectEnd])
}

/** The object as a file says it; of a stream its dictionary. */
export function objectSyntax(object: PdfObject): string {
  if (object instanceof PdfName) return nameSyntax(object.value)
  if (object instanceof PdfString) return `<${bytesToHex(object.bytes)}>`
  if (object instanceof PdfRef) return `${object.num} ${object.gen} R`
  if (object instanceof PdfStream) return dictSyntax(object.dict)
  if (object instanceof Map) return dictSyntax(object)
  if (isArray(object)) return `[${object.map(objectSyntax).join(' ')}]`
  if (typeof object === 'number') return numberSyntax(object)
  return String(object)
}

function dictSyntax(dict: PdfDict): string {
  const entries = [...dict].map(([key, value]) => `${nameSyntax(key)} ${objectSyntax(value)}`)
  return `<<${entries.join('\n')}>>`
}

function nameSyntax(name: string): string {
  const escaped = name.replace(
    /[^!"$&'*+,.0-9:;=?@A-Z\\^_`a-z|~-]/g,
    (character) => `#${character.charCodeAt(0).toString(16).padStart(2, '0')}`,
  )
  return `/${escaped}`
}

/** PDF knows no exponents (ISO 32000-1, 7.3.3). */
function numberSyntax(number: number): string {
  if (!Number.isFinite(number)) return '0'
  const text = String(number)
  return text.includes('e') ? number.toFixed(10) : text
}

const streamBegin = asciiBytes('stream\n')
const streamEnd = asciiBytes('\nendstream\n')
const objectEnd = asciiBytes('endobj\n')
