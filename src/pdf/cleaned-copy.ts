import { PdfError } from './errors.ts'
import { filterSteps } from './filters.ts'
import type { ObjectStore } from './object-store.ts'
import {
  dictOf,
  isArray,
  isDict,
  type PdfDict,
  PdfName,
  type PdfObject,
  PdfRef,
  PdfStream,
} from './objects.ts'
import type { PdfFile } from './open.ts'
import { visibleBox } from './page/page-space.ts'
import { type PdfPage, readPages } from './pages.ts'
import { type WrittenObject, writeObjects } from './write-objects.ts'

/**
 * A copy of a file, written anew and without encryption, that looks the same and does nothing: no scripts, no commands, also
 * of links, no second form (XFA), no film or sound, no embedded files, and no digital signatures, which hold for the file as
 * it was only. Undefined where the file costs too much.
 */
export function cleanedCopy(file: PdfFile): Uint8Array | undefined {
  try {
    return writeObjects(new Copy(file.objects).all(file.catalog))
  } catch (error) {
    if (error instanceof PdfError) return undefined
    throw error
  }
}

/**
 * Some pages of one or more files as a file of their own, with nothing of the other pages, and without what {@link cleanedCopy} leaves
 * out. Undefined where a page is not there, or costs too much.
 */
export function pdfOfPages(
  pages: readonly { readonly file: PdfFile; readonly page: number }[],
): Uint8Array | undefined {
  try {
    const tree = new PdfRef(2, 0)
    const kids: PdfRef[] = []
    const copied: WrittenObject[] = []
    for (const { file, page } of pages) {
      const found = readPages(file)[page]
      if (!found) return undefined
      const number = 3 + copied.length
      kids.push(new PdfRef(number, 0))
      copied.push(...new Copy(file.objects, number - 1, dictsOf(file)).page(found, tree))
    }
    return writeObjects([
      { value: dictionary({ Type: new PdfName('Catalog'), Pages: tree }) },
      { value: dictionary({ Type: new PdfName('Pages'), Kids: kids, Count: kids.length }) },
      ...copied,
    ])
  } catch (error) {
    if (error instanceof PdfError) return undefined
    throw error
  }
}

function dictsOf(file: PdfFile): ReadonlySet<PdfObject> {
  return new Set([file.catalog, ...readPages(file).map(({ dict }) => dict)])
}

function dictionary(entries: Readonly<Record<string, PdfObject>>): PdfDict {
  return new Map(Object.entries(entries))
}

/**
 * How the keys of a dictionary are meant: by what PDF says, or as names that a file gives its things by itself, such as fonts and
 * the states of a box, where a thing may have any name.
 */
type Meaning = 'keys' | 'names' | 'looks'

/** Copies objects, each once for each way in which it is reached. */
class Copy {
  readonly #objects: ObjectStore
  readonly #numbers = new Map<string, number>()
  readonly #waiting: { readonly ref: PdfRef; readonly meaning: Meaning }[] = []
  /** How many objects stand before these. */
  readonly #before: number
  /** What is not copied where something leads there. */
  readonly #apart: ReadonlySet<PdfObject>

  constructor(objects: ObjectStore, before = 0, apart: ReadonlySet<PdfObject> = new Set()) {
    this.#objects = objects
    this.#before = before
    this.#apart = apart
  }

  all(catalog: PdfDict): WrittenObject[] {
    this.#waiting.push({ ref: new PdfRef(0, 0), meaning: 'keys' })
    return this.#andOthers({ value: this.#entries(only(catalog, catalogKeys), 'keys') })
  }

  page(whole: PdfPage, tree: PdfRef): WrittenObject[] {
    const { dict, mediaBox, rotate, resources } = whole
    this.#waiting.push({ ref: new PdfRef(0, 0), meaning: 'keys' })
    const page = this.#entries(only(dict, pageKeys), 'keys')
      .set('Type', new PdfName('Page'))
      .set('Parent', tree)
      .set('MediaBox', [...mediaBox])
      .set('CropBox', [...visibleBox(this.#objects, whole)])
      .set('Rotate', rotate)
      .set('Resources', this.#part('Resources', resources ?? new Map(), 'keys'))
    return this.#andOthers({ value: page })
  }

  #andOthers(first: WrittenObject): WrittenObject[] {
    const written = [first]
    // The list grows while it is walked.
    for (let index = 1; index < this.#waiting.length; index++) {
      const next = this.#waiting[index]
      if (next) written.push(this.#whole(this.#objects.resolve(next.ref), next.meaning))
    }
    return written
  }

  #whole(object: PdfObject, meaning: Meaning): WrittenObject {
    if (!(object instanceof PdfStream)) return { value: this.#value(object, meaning) }
    const dict = this.#dict(object.dict, 'keys')
    if (!dict) return { value: null }
    dict.delete('F')
    const isCrypt = filterSteps(object.dict, this.#objects.resolve).some(
      ({ name }) => name === 'Crypt',
    )
    const data = isCrypt ? this.#objects.streamData(object).bytes : this.#objects.storedData(object)
    if (isCrypt) for (const key of ['Filter', 'DecodeParms']) dict.delete(key)
    return { value: dict.set('Length', data.length), data }
  }

  #value(object: PdfObject, meaning: Meaning): PdfObject {
    if (object instanceof PdfRef) return this.#reference(object, meaning)
    if (isDict(object)) return this.#dict(object, meaning) ?? null
    return isArray(object) ? object.map((item) => this.#value(item, meaning)) : object
  }

  #reference(ref: PdfRef, meaning: Meaning): PdfObject {
    const target = this.#objects.resolve(ref)
    if (target === null || this.#apart.has(target)) return null
    const key = `${ref.num} ${ref.gen} ${meaning}`
    const known = this.#numbers.get(key)
    if (known !== undefined) return new PdfRef(known, 0)
    this.#waiting.push({ ref, meaning })
    const number = this.#before + this.#waiting.length
    this.#numbers.set(key, number)
    return new PdfRef(number, 0)
  }

  #dict(dict: PdfDict, meaning: Meaning): PdfDict | undefined {
    if (meaning !== 'keys') return this.#entries(dict, meaning)
    if (this.#acts(dict)) return undefined
    const isOdd =
      dict.has('Rect') && oddAnnotations.has(this.#objects.name(dict.get('Subtype')) ?? '')
    return this.#entries(isOdd ? asStamp(dict) : dict, meaning)
  }

  #entries(dict: PdfDict, meaning: Meaning): PdfDict {
    const copy: PdfDict = new Map()
    for (const [key, value] of dict) {
      if (meaning === 'keys' && this.#isLeftOut(key, value)) continue
      copy.set(key, this.#part(key, value, meaning))
    }
    return copy
  }

  #part(key: string, value: PdfObject, meaning: Meaning): PdfObject {
    if (meaning === 'keys') {
      const inner = key === 'AcroForm' || key === 'Names' ? this.#objects.dict(value) : undefined
      if (inner) return this.#entries(only(inner, key === 'Names' ? namesKeys : formKeys), 'keys')
    }
    return this.#value(value, meaningOf(key, value, meaning))
  }

  /** Whether a dictionary is a command, an embedded file or a digital signature. */
  #acts(dict: PdfDict): boolean {
    const type = this.#objects.name(dict.get('Type')) ?? ''
    const command = this.#objects.name(dict.get('S')) ?? ''
    return activeTypes.has(type) || commands.has(command) || dict.has('EF') || dict.has('ByteRange')
  }

  #isLeftOut(key: string, value: PdfObject): boolean {
    return leftOut.has(key) || (key === 'A' && !this.#isOfStructure(value))
  }

  /** The attributes of the structure have the key of commands, and are known by their owner (ISO 32000-1, 14.7.5). */
  #isOfStructure(value: PdfObject): boolean {
    const whole = this.#objects.resolve(value)
    const all = isArray(whole) ? whole.map((item) => this.#objects.resolve(item)) : [whole]
    return all.every((item) => {
      const dict = dictOf(item)
      return dict ? dict.has('O') && !dict.has('S') : typeof item === 'number'
    })
  }
}

function meaningOf(key: string, value: PdfObject, meaning: Meaning): Meaning {
  if (meaning === 'looks') return 'names'
  if (meaning === 'names' || isArray(value)) return 'keys'
  if (key === 'AP') return 'looks'
  return named.has(key) ? 'names' : 'keys'
}

function only(dict: PdfDict, keys: readonly string[]): PdfDict {
  return new Map([...dict].filter(([key]) => keys.includes(key)))
}

/** An annotation that plays, shows or holds something, as a picture of itself. */
function asStamp(dict: PdfDict): PdfDict {
  return only(dict, stampKeys).set('Subtype', new PdfName('Stamp'))
}

const catalogKeys = [
  ...['Type', 'Pages', 'PageLabels', 'PageLayout', 'PageMode', 'ViewerPreferences', 'Lang'],
  ...['Names', 'Dests', 'Outlines', 'AcroForm', 'Metadata', 'StructTreeRoot', 'MarkInfo'],
  ...['OCProperties', 'OutputIntents'],
]
/** What a page inherits is added to these. */
const pageKeys = ['Contents', 'UserUnit', 'Group', 'Annots']
const formKeys = ['Fields', 'NeedAppearances', 'DR', 'DA', 'Q']
const namesKeys = ['Dests']
const stampKeys = ['Type', 'Rect', 'P', 'AP', 'AS', 'F', 'NM', 'StructParent', 'OC']

/** Keys below which a file names its own things. */
const named = new Set([
  ...['XObject', 'Font', 'ExtGState', 'ColorSpace', 'Pattern', 'Shading', 'Properties'],
  ...['CharProcs', 'Colorants', 'RoleMap', 'ClassMap'],
])

/** Keys by which something runs, plays, or comes from outside. */
const leftOut = new Set([
  ...['AA', 'OpenAction', 'PA', 'JS', 'JavaScript', 'XFA', 'EF', 'AF', 'RF', 'Collection'],
  ...['PresSteps', 'PieceInfo', 'SpiderInfo', 'Alternates', 'OPI', 'Ref', 'Movie', 'FFilter'],
  ...['FDecodeParms', 'RichMediaContent', 'RichMediaSettings', 'URLS', 'DestOutputProfileRef'],
  ...['SigFlags', 'Lock', 'SV'],
])

const activeTypes = new Set(['Action', 'Filespec', 'F', 'EmbeddedFile', 'Sig', 'DocTimeStamp'])

const oddAnnotations = new Set(['FileAttachment', 'Screen', 'Movie', 'Sound', 'RichMedia', '3D'])

/** All actions (ISO 32000-2, table 201). */
const commands = new Set([
  ...['GoTo', 'GoToR', 'GoToE', 'GoToDp', 'Launch', 'Thread', 'URI', 'Sound', 'Movie', 'Hide'],
  ...['Named', 'SubmitForm', 'ResetForm', 'ImportData', 'JavaScript', 'SetOCGState', 'Rendition'],
  ...['Trans', 'GoTo3DView', 'RichMediaExecute'],
])
