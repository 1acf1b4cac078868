import { decodeUtf8, strictDecoder, utf16 } from './bytes.ts'

const REPLACEMENT = 0xfffd

export interface DecodedText {
  readonly text: string
  /**
   * Why the text may not be what was typed: it is `damaged` (characters that are no text, now U+FFFD), or its encoding was
   * guessed (`utf-16-without-mark`) or may have been meant to be UTF-8 (`maybe-utf-8`, with that reading).
   */
  readonly doubt?:
    | { readonly kind: 'damaged' }
    | { readonly kind: 'utf-16-without-mark' }
    | { readonly kind: 'maybe-utf-8'; readonly other: string }
}

/** Decodes a text string (ISO 32000-2, 7.9.2.2), exactly; line ends stay as they are. */
export function decodeText(bytes: Uint8Array): DecodedText {
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodeUtf16(bytes.subarray(2), 'big')
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeUtf16(bytes.subarray(2), 'little')
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) {
    return decodeMarkedUtf8(bytes.subarray(3))
  }
  const endian = guessUtf16(bytes)
  if (endian) return { doubt: { kind: 'utf-16-without-mark' }, ...decodeUtf16(bytes, endian) }
  return decodePdfDoc(bytes)
}

/** Line ends as LF and characters composed (NFC), as values are compared and kept. */
export function normaliseText(text: string): string {
  return text.replace(/\r\n?/g, '\n').normalize('NFC')
}

type Endian = 'big' | 'little'

const decodeStrictly = { big: strictDecoder('utf-16be'), little: strictDecoder('utf-16le') }

function decodeUtf16(bytes: Uint8Array, endian: Endian): DecodedText {
  const whole = decodeStrictly[endian](bytes) ?? utf16(unitsOf(bytes, endian))
  const text = trimNul(whole.replace(languageEscape, ''))
  if (bytes.length % 2 === 0 && text.isWellFormed()) return { text }
  return { text: text.toWellFormed(), doubt: { kind: 'damaged' } }
}

/** Also of what is no text: halves of pairs stay, so that what stands beside them is read. */
function unitsOf(bytes: Uint8Array, endian: Endian): Uint16Array {
  const [high, low] = endian === 'big' ? [0, 1] : [1, 0]
  return Uint16Array.from(
    { length: bytes.length >> 1 },
    (_, i) => ((bytes[2 * i + high] ?? 0) << 8) | (bytes[2 * i + low] ?? 0),
  )
}

function decodeMarkedUtf8(bytes: Uint8Array): DecodedText {
  const text = decodeUtf8(bytes)
  if (text !== undefined) return { text: trimNul(text.replace(languageEscape, '')) }
  return { text: decodePdfDoc(bytes).text, doubt: { kind: 'damaged' } }
}

/** Drops the NUL that some programs end every string with. */
function trimNul(text: string): string {
  let end = text.length
  while (end > 0 && text.charCodeAt(end - 1) === 0) end--
  return text.slice(0, end)
}

/** Control characters at every other place are halves of UTF-16, since PDFDocEncoding has none there. */
function guessUtf16(bytes: Uint8Array): Endian | undefined {
  if (bytes.length < 2 || bytes.length % 2 === 1) return undefined
  const controls = [0, 0]
  for (let i = 0; i < bytes.length; i++) {
    if (pdfDocUnits[bytes[i] ?? 0] === REPLACEMENT) controls[i % 2] = (controls[i % 2] ?? 0) + 1
  }
  const [even = 0, odd = 0] = controls
  const most = bytes.length / 4
  if (even > most && odd <= most) return 'big'
  return odd > most && even <= most ? 'little' : undefined
}

function decodePdfDoc(bytes: Uint8Array): DecodedText {
  let end = bytes.length
  while (end > 0 && bytes[end - 1] === 0) end--
  const units = new Uint16Array(end)
  let isAscii = true
  let isDamaged = false
  for (let i = 0; i < end; i++) {
    const byte = bytes[i] ?? 0
    const unit = pdfDocUnits[byte] ?? REPLACEMENT
    units[i] = unit
    if (byte > 0x7f) isAscii = false
    if (unit === REPLACEMENT) isDamaged = true
  }
  const text = utf16(units)
  const other = isAscii ? undefined : decodeUtf8(bytes.subarray(0, end))
  if (other !== undefined) return { text, doubt: { kind: 'maybe-utf-8', other } }
  return isDamaged ? { text, doubt: { kind: 'damaged' } } : { text }
}

/** A text string as all programs read it: ASCII where that is enough, and else UTF-16BE (ISO 32000-1, 7.9.2.2). */
export function encodeText(text: string): Uint8Array {
  const units = Array.from({ length: text.length }, (_, at) => text.charCodeAt(at))
  if (/^[\n -~]*$/.test(text)) return Uint8Array.from(units)
  return Uint8Array.from([0xfeff, ...units].flatMap((unit) => [unit >> 8, unit & 0xff]))
}

/** The text in PDFDocEncoding; undefined where it has characters that the encoding has not. */
export function encodePdfDoc(text: string): Uint8Array | undefined {
  const bytes = Array.from(text, (character) => pdfDocUnits.indexOf(character.charCodeAt(0)))
  return text.includes('\ufffd') || bytes.includes(-1) ? undefined : Uint8Array.from(bytes)
}

/** ISO 32000-2, 7.9.2.2.2: a language code between two escape characters; some writers put a whole tag of BCP 47 there. */
const escapeCharacter = String.fromCharCode(0x1b)
const languageEscape = new RegExp(
  `${escapeCharacter}[A-Za-z]{2,8}[A-Za-z0-9-]{0,36}${escapeCharacter}`,
  'g',
)
/** PDFDocEncoding (ISO 32000-1, annex D.2): Latin-1 but for these. */
const pdfDocUnits = Uint16Array.from({ length: 256 }, (_, byte) => byte)
pdfDocUnits.fill(REPLACEMENT, 0x00, 0x18)
for (const byte of [0x09, 0x0a, 0x0c, 0x0d]) pdfDocUnits[byte] = byte
setUnits(0x18, '˘ˇˆ˙˝˛˚˜')
setUnits(0x7f, '\ufffd•†‡…—–ƒ⁄‹›−‰„“”‘’‚™ﬁﬂŁŒŠŸŽıłœšž\ufffd€')
setUnits(0xad, '\ufffd')

function setUnits(from: number, characters: string): void {
  for (let i = 0; i < characters.length; i++) pdfDocUnits[from + i] = characters.charCodeAt(i)
}
