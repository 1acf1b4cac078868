import { asciiBytes } from './bytes.ts'
import { encodePdfDoc } from './text-string.ts'

/**
 * The bytes that a password may have stood for when a file was encrypted with 256 bits: in UTF-8 after SASLprep (RFC 4013), as
 * ISO 32000-2, 7.6.4.3.3 wants it, and as it was typed, since not all programs prepare it.
 */
export function passwordEncodings(password: string): Uint8Array[] {
  return distinct([utf8(prepare(password)), utf8(password)].map((bytes) => bytes.subarray(0, 127)))
}

/** The bytes for older encryption: PDFDocEncoding (7.6.4.3.2), and what programs take in its place, Latin-1 and UTF-8. */
export function legacyPasswordEncodings(password: string): Uint8Array[] {
  const composed = password.normalize('NFC')
  const standard = encodePdfDoc(composed)
  const encodings = [...(standard ? [standard] : []), asciiBytes(composed), utf8(password)]
  return distinct(encodings.map((bytes) => bytes.subarray(0, 32)))
}

/** RFC 4013, 2.1 and 2.2: spaces become one kind, what is not seen is dropped, and look-alikes become one (NFKC). */
function prepare(password: string): string {
  return password
    .replace(/\p{Zs}/gu, ' ')
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .normalize('NFKC')
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

function distinct(encodings: readonly Uint8Array[]): Uint8Array[] {
  return [...new Map(encodings.map((bytes) => [bytes.join(), bytes])).values()]
}
