import type { ObjectStore } from '../../object-store.ts'
import { type PdfDict, PdfStream } from '../../objects.ts'
import { readCMap } from './cmap.ts'
import { compositeDecoder } from './composite-font.ts'
import { fontName } from './decoder.ts'
import { simpleDecoder } from './simple-font.ts'

interface ShownCode {
  /** What it stands for; empty where neither the font nor its encoding says. */
  readonly text: string
  /** How far it moves on, as a part of the type size. */
  readonly width: number
  /** True for the code 32 of one byte, to which word spacing applies (ISO 32000-1, 9.3.3). */
  readonly isSpace: boolean
}

/** A font of a page, as far as it is needed to know what is written where. */
export interface Font {
  /** Its PostScript name without the tag of the subset. */
  readonly name: string
  decode(bytes: Uint8Array): readonly ShownCode[]
}

/** Reads a font dictionary (ISO 32000-1, 9.6 to 9.10). */
export function readFont(objects: ObjectStore, dict: PdfDict): Font {
  const isComposite = objects.name(dict.get('Subtype')) === 'Type0'
  const decoder = isComposite ? compositeDecoder(objects, dict) : simpleDecoder(objects, dict)
  const toUnicode = objects.resolve(dict.get('ToUnicode'))
  const map =
    toUnicode instanceof PdfStream ? readCMap(objects.streamData(toUnicode).bytes) : undefined
  const decode = (bytes: Uint8Array) =>
    decoder(bytes).map(({ code, text, width, isSpace }) => ({
      text: readable(map?.text(code)) ?? readable(text) ?? '',
      width,
      isSpace,
    }))
  // Most programs show each letter by itself, and the same ones again and again.
  const letters = new Map<number, ShownCode[]>()
  return {
    name: fontName(objects, dict),
    decode(bytes) {
      const { length } = bytes
      if (length === 0 || length > 2) return decode(bytes)
      const key = length === 1 ? -1 - bytes[0]! : bytes[0]! * 256 + bytes[1]!
      const shown = letters.get(key) ?? decode(bytes)
      letters.set(key, shown)
      return shown
    },
  }
}

/** Control characters, private ones and the mark of lost ones are no text. */
function readable(text: string | undefined): string | undefined {
  return text === undefined || /[\p{Cc}\p{Co}\p{Cs}\ufffd\uffff]/u.test(text) ? undefined : text
}
