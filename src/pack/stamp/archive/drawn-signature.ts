import {
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
  type PDFRef,
} from 'pdf-lib'
import { nameOf } from '../../../pdf/objects.ts'
import { type Instruction, readInstructions, transformRect } from '../../../pdf/page/index.ts'
import { name, numbers, round, streamBytes } from '../objects.ts'

/** A place on a page, counted from 0, in PDF points. */
interface Place {
  readonly page: number
  readonly rect: readonly number[]
}

type Matrix = [number, number, number, number, number, number]

/** What draws lines and areas in plain colours; all else in a drawing may be anything, and is left out. */
const plain = new Set(
  'q Q cm w J j M d m l c v y h re S s f F f* B B* b b* n W W* g G rg RG'.split(' '),
)
/** Filters whose pictures PDF/A takes as they are. */
const filters = new Set(['FlateDecode', 'DCTDecode'])
const DEEPEST = 4
const MOST_BYTES = 2_000_000

/**
 * What somebody drew into the box of a signature, as a form XObject of another file with the box's left bottom corner as its
 * origin: lines and pictures only, written anew. Undefined where nothing is found.
 */
export async function drawnSignature(
  original: Uint8Array,
  { page, rect }: Place,
  into: PDFDocument,
): Promise<PDFRef | undefined> {
  const file = await PDFDocument.load(original, { updateMetadata: false, password: '' }).catch(
    () => undefined,
  )
  const node = file?.getPages()[page]?.node
  if (!file || !node) return undefined
  const images = into.context.obj({})
  const annotations = node.lookupMaybe(name('Annots'), PDFArray)
  const parts = (annotations?.asArray() ?? []).map((item) => {
    const annotation = file.context.lookup(item)
    return annotation instanceof PDFDict && overlaps(annotation, rect)
      ? drawingOf(annotation, images)
      : ''
  })
  const drawn = parts.join('')
  if (drawn === '' || drawn.length > MOST_BYTES) return undefined
  const [left = 0, bottom = 0, right = 0, top = 0] = rect
  return into.context.register(
    into.context.stream(`1 0 0 1 ${-left} ${-bottom} cm\n${drawn}`, {
      Type: 'XObject',
      Subtype: 'Form',
      BBox: [0, 0, round(right - left), round(top - bottom)],
      Resources: { XObject: images },
    }),
  )
}

function overlaps(annotation: PDFDict, [left = 0, bottom = 0, right = 0, top = 0]: Place['rect']) {
  const place = annotation.lookup(name('Rect'))
  if (!(place instanceof PDFArray)) return false
  const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = numbers(place)
  return Math.min(x1, x2) < right && Math.max(x1, x2) > left && y1 < top && y2 > bottom
}

/** The normal appearance of an annotation on its page (ISO 32000-1, 12.5.5), or the strokes of one that has none. */
function drawingOf(annotation: PDFDict, images: PDFDict): string {
  const appearance = annotation.lookupMaybe(name('AP'), PDFDict)?.lookup(name('N'))
  if (!(appearance instanceof PDFRawStream)) return inkOf(annotation)
  const box = numbersAt(appearance.dict, 'BBox') ?? [0, 0, 1, 1]
  const matrix = matrixOf(appearance)
  const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = transformRect(
    matrix,
    box as [number, number, number, number],
  )
  const [left = 0, bottom = 0, right = 0, top = 0] = numbersAt(annotation, 'Rect') ?? []
  if (x2 <= x1 || y2 <= y1) return ''
  const [sx, sy] = [(right - left) / (x2 - x1), (top - bottom) / (y2 - y1)]
  const content = contentIn(appearance, images, 0)
  if (!/\b(?:S|s|f|B|b|Do)\b/.test(content)) return ''
  const place = [sx, 0, 0, sy, left - x1 * sx, bottom - y1 * sy]
  return `q ${written(place)} cm ${written(matrix)} cm\n${content}Q\n`
}

/** The lines of an Ink annotation (ISO 32000-1, 12.5.6.13). */
function inkOf(annotation: PDFDict): string {
  const strokes = annotation.lookup(name('InkList'))
  if (!(strokes instanceof PDFArray)) return ''
  const paths = strokes.asArray().map((item) => {
    const points = annotation.context.lookup(item)
    if (!(points instanceof PDFArray)) return ''
    const all = numbers(points)
    const pairs = Array.from({ length: all.length >> 1 }, (_, at) => all.slice(2 * at, 2 * at + 2))
    return pairs.map((pair, at) => `${written(pair)} ${at === 0 ? 'm' : 'l'}\n`).join('')
  })
  return `q 1 w 1 J 1 j 0 G\n${paths
    .filter(Boolean)
    .map((path) => `${path}S\n`)
    .join('')}Q\n`
}

/** What a form XObject draws, with all in it that is plain. */
function contentIn(form: PDFRawStream, images: PDFDict, depth: number): string {
  const parts: string[] = []
  let saved = 0
  for (const instruction of readInstructions(streamBytes(form))) {
    const { operator, operands } = instruction
    if (operator === 'Q' && saved === 0) continue
    saved += operator === 'q' ? 1 : operator === 'Q' ? -1 : 0
    if (operator === 'Do') parts.push(drawn(form, nameOf(operands[0]) ?? '', images, depth))
    else if (plain.has(operator)) parts.push(plainly(instruction))
  }
  return `${parts.join('')}${'Q\n'.repeat(saved)}`
}

function plainly({ operator, operands }: Instruction): string {
  const values = operands.flatMap((operand) => {
    if (typeof operand === 'number') return [written([operand])]
    return Array.isArray(operand)
      ? [`[${written(operand.filter((one) => typeof one === 'number'))}]`]
      : []
  })
  return `${[...values, operator].join(' ')}\n`
}

/** A picture or a drawing within a drawing. */
function drawn(form: PDFRawStream, key: string, images: PDFDict, depth: number): string {
  const item = form.dict
    .lookupMaybe(name('Resources'), PDFDict)
    ?.lookupMaybe(name('XObject'), PDFDict)
    ?.lookup(name(key))
  if (!(item instanceof PDFRawStream)) return ''
  if (item.dict.lookup(name('Subtype')) === name('Form')) {
    if (depth === DEEPEST) return ''
    return `q ${written(matrixOf(item))} cm\n${contentIn(item, images, depth + 1)}Q\n`
  }
  const image = imageOf(item, images.context)
  if (!image) return ''
  const own = `Picture${images.keys().length}`
  images.set(name(own), image)
  return `/${own} Do\n`
}

/** A picture in plain colours, with nothing but what it is made of. */
function imageOf(image: PDFRawStream, context: PDFContext, isMask = false): PDFRef | undefined {
  const { dict } = image
  const filter = dict.lookup(name('Filter'))
  const colours = dict.lookup(name('ColorSpace'))
  const isPlain = colours === name('DeviceRGB') || colours === name('DeviceGray')
  if (!(filter instanceof PDFName && filters.has(filter.decodeText()) && isPlain)) return undefined
  const entries = ['Width', 'Height', 'BitsPerComponent', 'ColorSpace', 'Filter'] as const
  const own: Record<string, PDFObject> = simple(dict, entries)
  const parameters = dict.lookup(name('DecodeParms'))
  if (parameters instanceof PDFDict)
    own.DecodeParms = context.obj(
      simple(parameters, ['Predictor', 'Colors', 'BitsPerComponent', 'Columns']),
    )
  const mask = dict.lookup(name('SMask'))
  const itsMask = !isMask && mask instanceof PDFRawStream ? imageOf(mask, context, true) : undefined
  if (itsMask) own.SMask = itsMask
  const plainDict = context.obj({ Type: 'XObject', Subtype: 'Image', ...own })
  return context.register(PDFRawStream.of(plainDict, image.contents))
}

/** Those of the entries that are numbers or names. */
function simple(dict: PDFDict, entries: readonly string[]): Record<string, PDFObject> {
  return Object.fromEntries(
    entries.flatMap((entry) => {
      const value = dict.lookup(name(entry))
      return value instanceof PDFNumber || value instanceof PDFName ? [[entry, value]] : []
    }),
  )
}

function matrixOf({ dict }: PDFRawStream): Matrix {
  const found = numbersAt(dict, 'Matrix')
  return found?.length === 6 ? (found as Matrix) : [1, 0, 0, 1, 0, 0]
}

function numbersAt(dict: PDFDict, key: string): number[] | undefined {
  const array = dict.lookup(name(key))
  return array instanceof PDFArray ? numbers(array) : undefined
}

function written(values: readonly number[]): string {
  return values.map((value) => round(value, 4)).join(' ')
}
