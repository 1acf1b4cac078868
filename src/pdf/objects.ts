import { asciiBytes, decodeUtf8 } from './bytes.ts'

/** Any PDF object (ISO 32000-1, 7.3). */
export type PdfObject =
  | null
  | boolean
  | number
  | PdfName
  | PdfString
  | PdfRef
  | PdfArray
  | PdfDict
  | PdfStream

export type PdfArray = readonly PdfObject[]

/** A dictionary. It is a map, so that a key from a file can never reach a prototype. */
export type PdfDict = Map<string, PdfObject>

/** A name, such as `/Yes`. `value` has one character per byte, without the slash and with `#xx` resolved. */
export class PdfName {
  readonly value: string

  constructor(value: string) {
    this.value = value
  }

  /** The name as people read it: names are UTF-8 (ISO 32000-1, 7.3.5), and Latin-1 where they are not. */
  get text(): string {
    for (let i = 0; i < this.value.length; i++) {
      if (this.value.charCodeAt(i) > 0x7f) return decodeUtf8(asciiBytes(this.value)) ?? this.value
    }
    return this.value
  }
}

/** A string: escapes resolved and decrypted, not yet text. */
export class PdfString {
  readonly bytes: Uint8Array
  /** Where the string stands in its buffer, delimiters included. */
  readonly start: number
  readonly end: number

  constructor(bytes: Uint8Array, start: number, end: number) {
    this.bytes = bytes
    this.start = start
    this.end = end
  }
}

/** A reference to an indirect object. */
export class PdfRef {
  readonly num: number
  readonly gen: number

  constructor(num: number, gen: number) {
    this.num = num
    this.gen = gen
  }
}

/** A stream whose data has not been looked at yet. */
export class PdfStream {
  readonly dict: PdfDict
  /** Where the data begins in the file's bytes. */
  readonly start: number
  readonly id: PdfRef

  constructor(dict: PdfDict, start: number, id: PdfRef) {
    this.dict = dict
    this.start = start
    this.id = id
  }
}

/** Whether the object is a dictionary (a stream is not; see {@link dictOf}). */
export function isDict(object: PdfObject | undefined): object is PdfDict {
  return object instanceof Map
}

export function isArray(object: PdfObject | undefined): object is PdfArray {
  return Array.isArray(object)
}

/** The dictionary of a dictionary or stream. */
export function dictOf(object: PdfObject | undefined): PdfDict | undefined {
  if (object instanceof PdfStream) return object.dict
  return isDict(object) ? object : undefined
}

/** The value of a name, one character per byte. */
export function nameOf(object: PdfObject | undefined): string | undefined {
  return object instanceof PdfName ? object.value : undefined
}
