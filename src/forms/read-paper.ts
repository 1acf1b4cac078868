import { pictureKind } from '../containers/index.ts'
import { isPrivate, privateQuestions } from '../contracts/definition.ts'
import { FEW } from '../messages/few.ts'
import { finding } from '../messages/finding.ts'
import { quoted, shortened } from '../messages/quoted.ts'
import type { KnownForms, Unreadable } from '../model/extraction.ts'
import type { FormDefinition } from '../model/form.ts'
import type { PageReading, PaperForm, PaperRead } from '../model/paper.ts'
import { openPdf, PdfError } from '../pdf/index.ts'
import { readClaims } from './identify/index.ts'
import { type BlankForm, copiesOf, decide, type PaperReader, pdfOfPicture } from './paper/index.ts'

/** How to read pictures of forms. */
export interface ReadPaperOptions {
  /** The file as the user named it, for messages. */
  readonly file: string
  readonly known: KnownForms
  readonly reader: PaperReader
  /** The PDF of a form as it is handed out; undefined where it is not there. */
  readonly blankOf: (form: FormDefinition) => Promise<Uint8Array | undefined>
  /** Called after each step that may take as long as a whole file of others: a blank form that was drawn, a page that was read. */
  readonly onStep?: () => void
}

/**
 * Reads a PDF of pictures, a JPEG or a PNG: which pages of which forms it shows, and what their boxes say for certain. There is no
 * record of it, since a person has to read what is written. Undefined where there is no page of a form.
 */
export async function readPaper(
  bytes: Uint8Array,
  options: ReadPaperOptions,
): Promise<Unreadable | undefined> {
  const kind = pictureKind(bytes)
  const pdf = kind ? await pdfOfPicture(bytes, kind) : bytes
  if (!pdf) return undefined
  const { reader, file, onStep } = options
  const find = finder(options)
  const read: PageReading[] = []
  for await (const page of reader.read(pdf, find)) {
    read.push(page)
    onStep?.()
  }
  const copies = copiesOf(read.filter((page) => page.is === 'page'))
  if (copies.length === 0)
    return read.some(({ is }) => is === 'foreign') ? foreign(file) : undefined
  const definitions = copies.map(({ hash }) => definitionOf(hash, options.known)!)
  const forms = copies.map((copy, index): PaperForm => {
    const form = definitions[index]!
    const { id, version, title } = form
    const pages = copy.pages.map(({ page }) => page).sort((a, b) => a - b)
    const missing = Array.from({ length: form.pages }, (_, page) => page).filter(
      (page) => !pages.includes(page),
    )
    const hidden = privateQuestions(form)
    const isHidden = form.sensitive !== undefined || isPrivate(form)
    return {
      ...{ id, version, title, pages, missing, isMixed: copy.isMixed },
      ...(!isHidden && {
        readings: decide(form, copy.pages).filter(
          ({ name }) => !hidden.some((one) => name === one || name.startsWith(`${one}.`)),
        ),
      }),
    }
  })
  const paper: PaperRead = {
    pages: read.map((page) => {
      if (page.is !== 'page') return { is: page.is }
      const { resolution, doubts, beside } = page
      const form = copies.findIndex((copy) => copy.pages.includes(page))
      return { is: page.is, form, page: page.page, resolution, doubts, beside }
    }),
    forms,
  }
  const anonymous = definitions.find(({ sensitive }) => sensitive !== undefined)
  const message = finding('form-on-paper', `${told(paper)}${howToKey(forms)}`)
  return {
    status: 'unreadable',
    ...(anonymous
      ? {
          form: {
            id: anonymous.id,
            ...(anonymous.sensitive && { sensitive: anonymous.sensitive }),
          },
        }
      : { paper }),
    messages: [{ file, ...message }],
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

const drawnBy = new WeakMap<PaperReader, Map<string, KnownForm>>()

/**
 * Forms by the first digits of their hashes; the last ones stay drawn, since pages of one form come together and in many files. A PDF of
 * another layout is no blank.
 */
function finder({ known, reader, blankOf, onStep }: ReadPaperOptions) {
  const drawn = drawnBy.get(reader) ?? new Map<string, KnownForm>()
  drawnBy.set(reader, drawn)
  return async (hash: string): Promise<KnownForm | undefined> => {
    const definition = definitionOf(hash, known)
    const last = definition && drawn.get(definition.hash)
    if (last) return last
    const pdf = definition && (await blankOf(definition))
    if (!pdf || !isOf(pdf, definition)) return undefined
    const form = { definition, pages: reader.blanks(pdf) }
    onStep?.()
    const [first] = drawn.keys()
    if (first !== undefined && drawn.size >= MOST_DRAWN) drawn.delete(first)
    drawn.set(definition.hash, form)
    return form
  }
}

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

function told({ forms, pages }: PaperRead): string {
  const others = pages.filter(({ is }) => is === 'unknown' || is === 'foreign').length
  const each = forms.slice(0, FEW).map(({ title, version, pages: own, missing }) => {
    const lacking = missing.length > 0 ? `; missing: ${numbered(missing)}` : ''
    return `${quoted(title)} (version ${shortened(version)}, ${numbered(own)}${lacking})`
  })
  const more = forms.length > FEW ? ` and ${forms.length - FEW} more` : ''
  const mixed = forms.some(({ isMixed }) => isMixed)
    ? '; look which pages belong together, since copies are mixed'
    : ''
  const unknown = others > 0 ? `; ${others} of its pages are of no form that is known here` : ''
  return `The file is a picture of a form on paper: ${each.join(', ')}${more}${mixed}${unknown}`
}

/** Pages as people count them: `page 1`, `pages 1 and 2`. */
function numbered(pages: readonly number[]): string {
  const numbers = new Intl.ListFormat('en-GB').format(pages.map((page) => String(page + 1)))
  return `${pages.length === 1 ? 'page' : 'pages'} ${numbers}`
}

function howToKey(forms: readonly PaperForm[]): string {
  const readings = forms.flatMap((form) => form.readings ?? [])
  const certain = readings.filter(({ is }) => is === 'marked' || is === 'empty').length
  const read =
    readings.length > 0
      ? `. ${certain} of ${readings.length} questions are certain: boxes, and lines that are empty`
      : ''
  const commands = [...new Set(forms.map(({ id }) => `\`policypack records add ${id}\``))]
  const shown = new Intl.ListFormat('en-GB').format(commands.slice(0, FEW))
  return `${read}; a person has to read the others, and to key the form: ${shown}`
}
