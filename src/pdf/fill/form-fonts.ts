import { zlibSync } from 'fflate'
import { asciiBytes } from '../bytes.ts'
import type { Rect } from '../geometry.ts'
import { type PdfDict, PdfName, type PdfObject, PdfRef } from '../objects.ts'
import type { PdfFile } from '../open.ts'
import { readFont } from '../page/index.ts'
import { encodeText } from '../text-string.ts'
import { type PdfUpdate, stringOf } from '../update.ts'
import { objectSyntax } from '../write-objects.ts'
import { styleIn, type TypeStyle } from './fields.ts'
import type { DrawLetters, LetterPicture } from './letters.ts'

const CODES = 0x10000
/** Of a font that does not say how far it reaches above and below the base line, as parts of the type size. */
const USUAL = { ascent: 1000, descent: -250 }

/** What a form XObject draws. */
export interface Appearance {
  readonly content: string
  readonly resources: PdfDict
}

/** A font with which text is set, at the size that a field asks for. */
export interface FormFont {
  readonly style: TypeStyle
  readonly ref: PdfRef
  /** As parts of the type size, the descent below 0. */
  readonly ascent: number
  readonly descent: number
  /** The code of a character and its width as a part of the type size; undefined where the font does not have it. */
  glyph(character: string): Glyph | undefined
  /** A drawing of letters that the font does not have. */
  picture(text: string): Picture | undefined
}

interface Glyph {
  /** Two bytes in hex. */
  readonly code: string
  readonly width: number
}

/** A drawing of letters as an image of the file. */
export interface Picture extends LetterPicture {
  readonly ref: PdfRef
  /** The operand of `ActualText`. */
  readonly says: string
}

/** The fonts of a form, read out of the file, and the drawings of what they lack. */
export class FormFonts {
  /** How the form as a whole sets text. */
  readonly usual: TypeStyle
  readonly #update: PdfUpdate
  readonly #draw: DrawLetters
  readonly #resources: PdfDict | undefined
  readonly #objects: PdfFile['objects']
  readonly #fonts = new Map<string, Omit<FormFont, 'style'>>()
  readonly #pictures = new Map<string, Picture | undefined>()

  constructor({ catalog, objects }: PdfFile, update: PdfUpdate, draw: DrawLetters) {
    const form = objects.dict(catalog.get('AcroForm'))
    this.usual = styleIn(objects, form)
    this.#objects = objects
    this.#resources = objects.dict(objects.dict(form?.get('DR'))?.get('Font'))
    this.#update = update
    this.#draw = draw
  }

  of(style: TypeStyle): FormFont {
    const font = this.#fonts.get(style.font) ?? this.#read(style.font)
    this.#fonts.set(style.font, font)
    return { ...font, style }
  }

  /** Adds what a form XObject draws, in a box of the size of the rectangle. */
  add({ content, resources }: Appearance, [left, bottom, right, top]: Rect): PdfRef {
    const dict: PdfDict = new Map<string, PdfObject>([
      ['Type', new PdfName('XObject')],
      ['Subtype', new PdfName('Form')],
      ['BBox', [0, 0, round(right - left), round(top - bottom)]],
      ['Resources', resources],
    ])
    return this.#update.add(dict, asciiBytes(content))
  }

  #read(name: string): Omit<FormFont, 'style'> {
    const ref = this.#resources?.get(name)
    const dict = this.#objects.dict(ref)
    if (!(ref instanceof PdfRef) || !dict) throw new Error(`The form has no font \`${name}\``)
    const descendant = this.#objects.dict(this.#objects.array(dict.get('DescendantFonts'))?.[0])
    const descriptor = this.#objects.dict(descendant?.get('FontDescriptor'))
    const metric = (key: string, usual: number) =>
      (this.#objects.number(descriptor?.get(key)) ?? usual) / 1000
    const glyphs = this.#glyphsOf(dict)
    return {
      ref,
      ascent: metric('Ascent', USUAL.ascent),
      descent: metric('Descent', USUAL.descent),
      glyph: (character) => glyphs.get(character),
      picture: (text) => {
        if (!this.#pictures.has(text)) this.#pictures.set(text, this.#drawn(text))
        return this.#pictures.get(text)
      },
    }
  }

  /** By the characters that the codes of two bytes stand for; the first of several counts. */
  #glyphsOf(dict: PdfDict): Map<string, Glyph> {
    const codes = new Uint8Array(2 * CODES)
    for (let code = 0; code < CODES; code++) codes.set([code >> 8, code & 0xff], 2 * code)
    const glyphs = new Map<string, Glyph>()
    readFont(this.#objects, dict)
      .decode(codes)
      .forEach(({ text, width }, code) => {
        if (text !== '' && !glyphs.has(text))
          glyphs.set(text, { code: code.toString(16).padStart(4, '0'), width })
      })
    return glyphs
  }

  #drawn(text: string): Picture | undefined {
    const picture = this.#draw(text)
    if (!picture) return undefined
    const image: PdfDict = new Map<string, PdfObject>([
      ['Type', new PdfName('XObject')],
      ['Subtype', new PdfName('Image')],
      ['Width', picture.width],
      ['Height', picture.height],
      ['ImageMask', true],
      ['BitsPerComponent', 1],
      // A bit that is set paints (ISO 32000-1, 8.9.6.2).
      ['Decode', [1, 0]],
      ['Filter', new PdfName('FlateDecode')],
    ])
    const ref = this.#update.add(image, zlibSync(picture.bits, { level: 9 }))
    return { ...picture, ref, says: objectSyntax(stringOf(encodeText(text))) }
  }
}

/** A number as content streams write it. */
export function round(value: number): number {
  return Number(value.toFixed(3))
}
