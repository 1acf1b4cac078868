import { pictureKind } from '../containers/index.ts'
import { askedWhich, cropIfOf, mayBe, unreadBox, WHICH_FORM } from '../contracts/which-form.ts'
import { finding } from '../messages/finding.ts'
import type { Message } from '../messages/message.ts'
import type { KnownForms, PaperForms, Unreadable } from '../model/extraction.ts'
import type { FormDefinition } from '../model/form.ts'
import type {
  FormPage,
  PageReading,
  PaperCopy,
  PaperForm,
  PaperRead,
  Reading,
  Traces,
  UnknownPage,
} from '../model/paper.ts'
import { type OpenOptions, openPdf, PdfError, pdfOfPages } from '../pdf/index.ts'
import { extractPaper, missingOf } from './extract-paper.ts'
import { foreignForm, readClaims } from './identify/index.ts'
import {
  type BlankForm,
  type Blanks,
  type Copy,
  copiesOf,
  cropsOf,
  decide,
  evened,
  headOf,
  isSameSheet,
  type OnPage,
  type PaperReader,
  pageAsPng,
  pdfOfPicture,
  type Sketch,
  writtenLines,
} from './paper/index.ts'
import { wholePrivate, withoutPrivate } from './validate/index.ts'

export interface ReadPaperOptions {
  /** The file as the user named it, for messages. */
  readonly file: string
  readonly known: KnownForms
  readonly reader: PaperReader
  /** The PDF of a form as it is handed out; undefined where it is not there. */
  readonly blankOf: (form: FormDefinition) => Promise<Uint8Array | undefined>
  readonly password?: string | undefined
  /** Take forms of other organisations as well. */
  readonly anyOrganisation?: boolean
  /** Reads typed text, as a suggestion for who keys it; absent where nothing does, and undefined where it is not certain. */
  readonly readText?: ((line: Uint8Array) => Promise<string | undefined>) | undefined
  /** Called after each step that may take as long as a whole file of others: a blank form that was drawn, a page that was read. */
  readonly onStep?: () => void
}

/**
 * Reads a PDF of pictures, a JPEG or a PNG: which pages of which forms it shows, and what their boxes say for certain. What is written
 * a person has to read, who is shown the pictures. Undefined where there is no page of a form.
 */
export async function readPaper(
  bytes: Uint8Array,
  options: ReadPaperOptions,
): Promise<PaperForms | Unreadable | undefined> {
  const kind = pictureKind(bytes)
  const pdf = kind ? await pdfOfPicture(bytes, kind) : bytes
  if (!pdf) return undefined
  const { reader, file, known, password, readText, onStep } = options
  const blanks = blanksFor(options)
  const read: PageReading[] = []
  const pictures = new Map<FormPage, Shown>()
  const lines = new Map<FormPage, ReadonlyMap<string, Uint8Array>>()
  const asked = new Map<UnknownPage, { page: FormPage; form: FormDefinition }>()
  const traces = new Map<FormPage, Traces>()
  const onPage: OnPage = (page, seen) => {
    const { picture } = seen
    if (page.is === 'unknown') {
      const unknown = askedOf(page, known)
      if (!unknown) return
      asked.set(page, unknown)
      const shown = pageAsPng(evened(picture))
      const crops = new Map([[WHICH_FORM, shown]])
      const [first] = page.likely ?? []
      const form = first && mayBe(unknown.form, first) && definitionOf(first.hash, known)
      if (form && 'likeliest' in seen)
        for (const [name, crop] of cropsOf(form, first.page, evened(seen.likeliest())))
          crops.set(cropIfOf(first, name), crop)
      pictures.set(unknown.page, { picture: shown, crops, suggestions: new Map() })
      return
    }
    const form = definitionOf(page.hash, known)
    if (!form) return
    if ('traces' in seen) traces.set(page, seen.traces)
    const even = evened(picture)
    if (readText) lines.set(page, writtenLines(form, page, even))
    const crops = cropsOf(form, page.page, even)
    if (page.doubts.includes('unmarked')) crops.set(WHICH_FORM, headOf(form, page.page, even))
    pictures.set(page, {
      ...(form.sensitive === undefined && { picture: pageAsPng(even) }),
      ...{ crops, suggestions: new Map() },
    })
  }
  for await (const page of reader.read(pdf, blanks, { password, onPage })) {
    read.push(page.is === 'unknown' ? (asked.get(page)?.page ?? page) : page)
    onStep?.()
    if (!readText || page.is !== 'page') continue
    const suggestions = new Map<string, string>()
    for (const [name, line] of lines.get(page) ?? []) {
      const text = await readText(line)
      if (text !== undefined) suggestions.set(name, text)
      onStep?.()
    }
    lines.delete(page)
    const shown = pictures.get(page)
    if (shown) pictures.set(page, { ...shown, suggestions })
  }
  const copies = copiesOf(
    read.filter((page) => page.is === 'page'),
    (one, other) => {
      const [a, b] = [traces.get(one), traces.get(other)]
      return (
        a !== undefined &&
        b !== undefined &&
        isSameSheet({ ...one, traces: a }, { ...other, traces: b })
      )
    },
  )
  if (copies.length === 0)
    return read.some(({ is }) => is === 'foreign') ? foreign(file) : undefined
  const whole = { read, pdf, pictures, traces, bytes: kind ? undefined : bytes, of: copies.length }
  const taken = copies.map((copy) => {
    const unknown = [...asked.values()].find(({ page }) => copy.pages.includes(page))
    return takeCopy(copy, unknown?.form ?? definitionOf(copy.hash, known)!, whole, options)
  })
  return {
    status: 'paper',
    paper: paperOf(read, taken),
    copies: taken.flatMap(({ copy }) => copy ?? []),
    ...(taken.some((one) => one.isPrivate) && { isPrivate: true }),
    messages: [...new Map(taken.flatMap(({ why }) => (why ? [[why.message, why]] : []))).values()],
  }
}

/** What a person is shown of a page. */
type Shown = Pick<PaperCopy['sheets'][number], 'picture' | 'crops' | 'suggestions'>

interface WholeFile {
  readonly read: readonly PageReading[]
  readonly pictures: ReadonlyMap<FormPage, Shown>
  readonly traces: ReadonlyMap<FormPage, Traces>
  /** The file as a PDF, and as it came where it is one. */
  readonly pdf: Uint8Array
  readonly bytes: Uint8Array | undefined
  readonly of: number
}

/** A form of a file, or why it is not taken; what may be said of it. */
interface Taken {
  readonly on: Copy
  readonly form: FormDefinition
  readonly readings: readonly Reading[]
  readonly copy?: PaperCopy
  readonly why?: Message
  readonly isPrivate?: true
}

/** A page of which nothing tells which form it is of, as one of a form that asks so; undefined where it shows nothing like one. */
function askedOf(
  { isPrinted, likely = [], resolution = 0 }: UnknownPage,
  { definitions }: KnownForms,
): { page: FormPage; form: FormDefinition } | undefined {
  const form = isPrinted ? askedWhich(definitions, likely) : undefined
  if (!form) return undefined
  const page: FormPage = {
    ...{ is: 'page', hash: form.hash, page: 0, marks: 0, resolution, doubts: ['unmarked'] },
    ...{ boxes: form.widgets.map(unreadBox), beside: [] },
  }
  return { page, form }
}

function takeCopy(
  on: Copy,
  form: FormDefinition,
  whole: WholeFile,
  options: ReadPaperOptions,
): Taken {
  const { file, known, anyOrganisation = false } = options
  const pages = on.pages.toSorted((a, b) => a.page - b.page)
  const all = decide(form, pages)
  const trust = known.publishedHashes.has(form.hash) ? 'published' : 'local'
  const extraction = extractPaper({ file, form, trust, pages, readings: all })
  const foreign = anyOrganisation ? undefined : foreignForm({ form, trust }, known)
  if (foreign) return { on, form, readings: [], why: { file, ...foreign } }
  const hidden = wholePrivate(extraction)
  if (hidden) return { on, form, readings: [], why: { file, ...hidden }, isPrivate: true }
  const { withheld } = withoutPrivate(extraction)
  const isWithheld = (name: string): boolean =>
    withheld.some((one) => name === one || name.startsWith(`${one}.`))
  const isKept = form.sensitive === undefined && withheld.length === 0
  const original = isKept ? originalOf(pages, whole, options) : undefined
  if (isKept && !original) {
    const why = finding(
      'file-damaged',
      'The pages of this file cannot be taken apart for each of its forms; scan each form into a file of its own',
    )
    return { on, form, readings: [], why: { file, ...why } }
  }
  const sheets = pages.map((page) => {
    const { picture, crops, suggestions } = whole.pictures.get(page)!
    const traces = whole.traces.get(page)
    return {
      index: whole.read.indexOf(page),
      page: { ...page, boxes: page.boxes.filter(({ name }) => !isWithheld(name)) },
      ...(picture && isKept && { picture }),
      ...(traces && { traces }),
      crops: new Map([...crops].filter(([name]) => !isWithheld(name))),
      suggestions: new Map([...suggestions].filter(([name]) => !isWithheld(name))),
    }
  })
  return {
    on,
    form,
    readings: all.filter(({ name }) => !isWithheld(name)),
    copy: { form, isMixed: on.isMixed, sheets, withheld, ...(original && { original }) },
  }
}

/** What is kept of a file for one of its forms: all of it where nothing else is in it, and else its pages. */
function originalOf(
  pages: readonly FormPage[],
  { read, pdf, bytes, of }: WholeFile,
  { password }: Pick<OpenOptions, 'password'>,
): PaperCopy['original'] {
  const indices = pages.map((page) => read.indexOf(page))
  const isAlone = of === 1 && read.every(({ is }) => is === 'page' || is === 'blank')
  if (bytes && isAlone) return { bytes, pages: indices }
  try {
    const file = openPdf(pdf, { password })
    const part = pdfOfPages(indices.map((page) => ({ file, page })))
    return part && { bytes: part, pages: indices.map((_, index) => index) }
  } catch (error) {
    if (error instanceof PdfError) return undefined
    throw error
  }
}

/** What is told of a file; nothing of anonymous forms, nor of answers that are private. */
function paperOf(read: readonly PageReading[], taken: readonly Taken[]): PaperRead {
  const shown = taken.filter(({ form }) => form.sensitive === undefined)
  const pages = read.map((page): PaperRead['pages'][number] | undefined => {
    if (page.is !== 'page') return { is: page.is }
    const { resolution, doubts, beside } = page
    const form = shown.findIndex(({ on }) => on.pages.includes(page))
    if (form < 0) return undefined
    return { is: page.is, form, page: page.page, resolution, doubts, beside }
  })
  return {
    pages: pages.filter((page) => page !== undefined),
    forms: shown.map(({ form, on, readings, copy }): PaperForm => {
      const { id, version, title } = form
      return {
        ...{ id, version, title, isMixed: on.isMixed },
        pages: [...new Set(on.pages.map(({ page }) => page))].sort((a, b) => a - b),
        missing: missingOf({ form, pages: on.pages }),
        ...(copy && { readings }),
      }
    }),
  }
}

function foreign(file: string): Unreadable {
  const message = finding(
    'form-unknown',
    'The file is a picture of a form on paper, in a layout that is not known here; name by --forms the folder `forms` of the pack that it was printed from, with the PDF of the form above it',
  )
  return { status: 'unreadable', messages: [{ file, ...message }] }
}

type KnownForm = BlankForm & { readonly definition: FormDefinition }

/** A drawn page takes about 15 MB. */
const MOST_DRAWN = 4

interface Drawn {
  readonly forms: Map<string, KnownForm>
  /** The same for all forms that are known, from the first page without marks on. */
  sketches?: Promise<readonly Sketch[]>
}

const drawnBy = new WeakMap<PaperReader, Drawn>()

/**
 * Forms by the first digits of their hashes; the last ones stay drawn, since pages of one form come together and in many files. A PDF of
 * another layout is no blank.
 */
function blanksFor({ known, reader, blankOf, onStep }: ReadPaperOptions): Blanks {
  const drawn: Drawn = drawnBy.get(reader) ?? { forms: new Map() }
  drawnBy.set(reader, drawn)
  const { forms } = drawn
  const pdfOf = async (definition: FormDefinition): Promise<Uint8Array | undefined> => {
    const pdf = await blankOf(definition)
    return pdf && isOf(pdf, definition) ? pdf : undefined
  }
  const draw = async (): Promise<Sketch[]> => {
    const sketches: Sketch[] = []
    for (const definition of known.definitions) {
      const pdf = await pdfOf(definition)
      const prints = pdf ? reader.sketches(pdf) : []
      const hash = definition.hash.slice(0, DIGITS)
      sketches.push(...prints.map((print, page) => ({ hash, page, print })))
      onStep?.()
    }
    return sketches
  }
  return {
    sketches: () => (drawn.sketches ??= draw()),
    async find(hash) {
      const definition = definitionOf(hash, known)
      const last = definition && forms.get(definition.hash)
      if (last) return last
      const pdf = definition && (await pdfOf(definition))
      if (!pdf) return undefined
      const form = { definition, pages: reader.blanks(pdf) }
      onStep?.()
      const [first] = forms.keys()
      if (first !== undefined && forms.size >= MOST_DRAWN) forms.delete(first)
      forms.set(definition.hash, form)
      return form
    },
  }
}

/** How many digits of a hash name a form, as in a mark. */
const DIGITS = 12

function definitionOf(hash: string, { definitions }: KnownForms): FormDefinition | undefined {
  return definitions.find((form) => form.hash.startsWith(hash))
}

function isOf(pdf: Uint8Array, { hash }: FormDefinition): boolean {
  try {
    return readClaims(openPdf(pdf)).names.some((name) => hash.startsWith(name.hash))
  } catch (error) {
    if (error instanceof PdfError) return false
    throw error
  }
}
