import { readMaybe } from './errors.ts'
import type { PdfField } from './form-fields.ts'
import { ObjectParser } from './object-parser.ts'
import { type PdfDict, PdfString } from './objects.ts'
import type { PdfFile } from './open.ts'
import { normaliseText } from './text-string.ts'

/** A digital signature as the file states it; nothing of it is verified here. */
export interface PdfSignature {
  /** Fully qualified name of its field. */
  readonly field: string
  /** /SubFilter, such as `adbe.pkcs7.detached` or `ETSI.CAdES.detached`. */
  readonly subFilter: string | undefined
  /** /ByteRange: pairs of offset and length in the file. */
  readonly byteRange: readonly number[]
  /** The signature container, and where its string stands in the file, delimiters included. */
  readonly contents:
    | { readonly bytes: Uint8Array; readonly start: number; readonly end: number }
    | undefined
  /** What the signer wrote, which anyone can write. */
  readonly name: string | undefined
  readonly reason: string | undefined
  /** /M as it stands in the file, such as `D:20260403120000+10'00'`. */
  readonly date: string | undefined
}

export function readSignatures(file: PdfFile, fields: readonly PdfField[]): PdfSignature[] {
  return fields.flatMap(({ name, signature }) =>
    signature ? [describe(file, name, signature)] : [],
  )
}

function describe(file: PdfFile, field: string, dict: PdfDict): PdfSignature {
  const { objects } = file
  const text = (key: string) => {
    const decoded = objects.text(dict.get(key))
    return decoded && normaliseText(decoded.text)
  }
  const byteRange = (objects.array(dict.get('ByteRange')) ?? []).slice(0, 100)
  return {
    field,
    subFilter: objects.name(dict.get('SubFilter')),
    byteRange: byteRange.map((number) => objects.number(number) ?? Number.NaN),
    contents: readContents(file, dict),
    name: text('Name'),
    reason: text('Reason'),
    date: text('M'),
  }
}

/** Reads the container from the file itself, since it is never encrypted (ISO 32000-2, 7.6.2). */
function readContents({ raw, headerOffset, objects }: PdfFile, dict: PdfDict) {
  const string = objects.resolve(dict.get('Contents'))
  if (!(string instanceof PdfString)) return undefined
  const [start, end] = [string.start + headerOffset, string.end + headerOffset]
  const parser = new ObjectParser(raw, start, objects.limits)
  const plain = readMaybe(() => parser.readObject())
  if (!(plain instanceof PdfString) || plain.end !== end) return undefined
  return { bytes: plain.bytes, start, end }
}
