import type { Rect } from '../geometry.ts'
import type { PdfDict, PdfObject } from '../objects.ts'
import { type Appearance, type FormFont, type Picture, round } from './form-fonts.ts'

/** Points that stay free at each edge of a box. */
const PADDING = 2
/** The size in points of text that is to fit by itself, where there is room for it. */
const LARGEST = 11
/** Smaller type is not read; what has no room then is cut off. */
const SMALLEST = 4
const STEP = 0.5
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/u

/** A piece of a line: characters of the font, or the drawing of what it lacks. Widths are parts of the type size. */
type Piece =
  | { readonly kind: 'codes'; readonly codes: string; readonly width: number }
  | { readonly kind: 'picture'; readonly picture: Picture; readonly width: number }

/** In PDF points. */
interface Box {
  readonly width: number
  readonly height: number
}

/** The appearance of a text in a box: on one line or on several, as large as it fits. */
export function textAppearance(
  text: string,
  rect: Rect,
  font: FormFont,
  isMultiline: boolean,
): Appearance {
  return isMultiline ? linesOfText(text, rect, font) : lineOfText(text, rect, font)
}

/** A text on one line, in the middle of the height; what is long is set smaller. */
export function lineOfText(text: string, rect: Rect, font: FormFont): Appearance {
  const { width, height } = sizeOf(rect)
  const pieces = piecesOf(text.replace(/\s*\n\s*/g, ' '), font)
  const wanted = font.style.size || LARGEST
  const size = fitted(wanted, (size) => widthOf(pieces) * size <= width - 2 * PADDING)
  const base = height / 2 - ((font.ascent + font.descent) / 2) * size
  return appearance([{ pieces, y: base }], size, { width, height }, font)
}

function linesOfText(text: string, rect: Rect, font: FormFont): Appearance {
  const { width, height } = sizeOf(rect)
  const leading = font.ascent - font.descent
  const broken = (size: number) => wrap(text, (width - 2 * PADDING) / size, font)
  const fits = (size: number) =>
    broken(size).length * leading * size <= height - 2 * PADDING || size <= SMALLEST
  const size = fitted(font.style.size || LARGEST, fits)
  const lines = broken(size).map((pieces, index) => ({
    pieces,
    y: height - PADDING - font.ascent * size - index * leading * size,
  }))
  return appearance(lines, size, { width, height }, font)
}

/** The largest size up to the wanted one with which it fits, or the smallest. */
function fitted(wanted: number, fits: (size: number) => boolean): number {
  let size = wanted
  while (size > SMALLEST && !fits(size)) size = Math.max(SMALLEST, size - STEP)
  return size
}

/** Breaks a text into lines that are no wider than `width` type sizes, between words where there are any. */
function wrap(text: string, width: number, font: FormFont): Piece[][] {
  return text.split('\n').flatMap((paragraph) => {
    const lines: string[] = []
    let line = ''
    for (const word of paragraph.split(/(?<=\s)/)) {
      if (widthOf(piecesOf((line + word).trimEnd(), font)) <= width) {
        line += word
        continue
      }
      if (line !== '') lines.push(line)
      line = ''
      for (const cluster of clustersOf(word)) {
        if (line !== '' && widthOf(piecesOf((line + cluster).trimEnd(), font)) > width) {
          lines.push(line)
          line = ''
        }
        line += cluster
      }
    }
    return [...lines, line].map((one) => piecesOf(one.trimEnd(), font))
  })
}

const pieces = new WeakMap<FormFont['glyph'], Map<string, Piece[]>>()

function piecesOf(line: string, font: FormFont): Piece[] {
  const known = pieces.get(font.glyph) ?? new Map<string, Piece[]>()
  pieces.set(font.glyph, known)
  const made = known.get(line) ?? makePieces(line, font)
  known.set(line, made)
  return made
}

/** Letters that run from right to left are set with their neighbours, so that a line with any is drawn as a whole. */
function makePieces(line: string, font: FormFont): Piece[] {
  if (RIGHT_TO_LEFT.test(line)) return drawn(line, font)
  const runs: { text: string; codes: string | undefined; width: number }[] = []
  for (const cluster of clustersOf(line)) {
    const glyphs = [...cluster].map((character) => font.glyph(character === '\t' ? ' ' : character))
    const isThere = glyphs.every((glyph) => glyph !== undefined)
    const codes = isThere ? glyphs.map(({ code }) => code).join('') : undefined
    const width = isThere ? glyphs.reduce((sum, glyph) => sum + glyph.width, 0) : 0
    const last = runs.at(-1)
    if (last && (last.codes === undefined) === (codes === undefined)) {
      last.text += cluster
      last.codes = codes === undefined ? undefined : last.codes + codes
      last.width += width
    } else runs.push({ text: cluster, codes, width })
  }
  return runs.flatMap(({ text, codes, width }): Piece[] =>
    codes === undefined ? drawn(text, font) : [{ kind: 'codes', codes, width }],
  )
}

function drawn(text: string, font: FormFont): Piece[] {
  const picture = font.picture(text)
  return picture ? [{ kind: 'picture', picture, width: picture.width / picture.perSize }] : []
}

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** What is one letter to its reader. */
function clustersOf(text: string): string[] {
  return Array.from(segmenter.segment(text.normalize('NFC')), ({ segment }) => segment)
}

function widthOf(line: readonly Piece[]): number {
  return line.reduce((sum, { width }) => sum + width, 0)
}

interface Line {
  readonly pieces: readonly Piece[]
  /** Of the base line. */
  readonly y: number
}

/** Content between the marks by which programs find what they may replace (ISO 32000-1, 12.7.3.3). */
function appearance(
  lines: readonly Line[],
  size: number,
  { width, height }: Box,
  { style, ref }: FormFont,
): Appearance {
  const images: PdfDict = new Map<string, PdfObject>()
  const painted = lines.flatMap(({ pieces, y }) => {
    let x = PADDING
    return pieces.map((piece) => {
      const at = x
      x += piece.width * size
      return piece.kind === 'codes'
        ? `BT /${style.font} ${round(size)} Tf 1 0 0 1 ${round(at)} ${round(y)} Tm <${piece.codes}> Tj ET`
        : paintPicture(piece.picture, { x: at, y, size }, images)
    })
  })
  const clip = `1 1 ${round(width - 2)} ${round(height - 2)} re W n`
  const content = ['/Tx BMC', 'q', clip, '0 g', ...painted, 'Q', 'EMC'].join('\n')
  const resources = new Map<string, PdfObject>([['Font', new Map([[style.font, ref]])]])
  if (images.size > 0) resources.set('XObject', images)
  return { content, resources }
}

function paintPicture(
  { ref, says, width, height, perSize, ascent }: Picture,
  { x, y, size }: { readonly x: number; readonly y: number; readonly size: number },
  images: PdfDict,
): string {
  const name = `Letters${images.size}`
  images.set(name, ref)
  const scale = size / perSize
  const place = [width * scale, 0, 0, height * scale, x, y - (height - ascent) * scale]
  return `/Span <</ActualText ${says}>> BDC q ${place.map(round).join(' ')} cm /${name} Do Q EMC`
}

function sizeOf([left, bottom, right, top]: Rect): Box {
  return { width: right - left, height: top - bottom }
}
