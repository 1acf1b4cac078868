import { asciiBytes, indexOf, latin1 } from '../pdf/bytes.ts'
import { asItStands, type Inner } from './inner.ts'
import { fromBase64 } from './text.ts'

/** Gives the file that a text of base64 stands for, with or without lines around it. */
export function* writtenInBase64(bytes: Uint8Array): Generator<Inner> {
  const text = latin1(bytes)
    .replace(/^\s*-----BEGIN[^\n]*\n/, '')
    .replace(/-----END[^\n]*\s*$/, '')
  yield asItStands('', fromBase64(text))
}

/** Whether a PDF stands somewhere in a file: as it is, or written in base64 or in figures. */
export function standsInside(bytes: Uint8Array): boolean {
  return marks.some((mark) => indexOf(bytes, mark) !== -1)
}

const marks = ['%PDF-1.', '%PDF-2.', 'JVBERi0', '255044462d31', '255044462D31'].map(asciiBytes)
