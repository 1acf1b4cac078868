import type { ObjectStore } from '../../object-store.ts'
import type { PdfDict } from '../../objects.ts'

/** Bytes of a name (ISO 32000-1, annex C.2). */
const LONGEST = 127

/** What cuts the strings of one kind of font into characters. */
export type Decoder = (bytes: Uint8Array) => {
  readonly code: number
  /** By the font's encoding; its ToUnicode map goes before. */
  readonly text: string | undefined
  /** How far it moves on, as a part of the type size. */
  readonly width: number
  /** True for the code 32 of one byte. */
  readonly isSpace: boolean
}[]

/** The PostScript name of a font without the tag of its subset, such as `ABCDEF+`. */
export function fontName(objects: ObjectStore, dict: PdfDict): string {
  return (objects.name(dict.get('BaseFont')) ?? '').slice(0, LONGEST).replace(/^[A-Z]{6}\+/, '')
}
