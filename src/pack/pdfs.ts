import { hash } from 'node:crypto'
import type { VFileMessage } from 'vfile-message'
import { destinationPages } from '../contracts/destinations.ts'
import { canonicalJson } from '../contracts/hash.ts'
import { version } from '../contracts/version.ts'
import type { BrowserChoice } from '../model/browser.ts'
import type { Document } from '../model/document.ts'
import type { RenderedPack, StampedDocument } from '../model/project.ts'
import { PACK } from './outputs/index.ts'
import type { Printed, Printer, PrintJob } from './print/index.ts'
import { assemblePack, openPart, type Part, type StampContext, stamp } from './stamp/index.ts'
import type { Stamper } from './stamper.ts'

/** The PDF of a document, and what it was made of. */
export interface MadePdf extends StampedDocument {
  /** The hash of all that it depends on. */
  readonly from: string
  /** What there was to say while it was made, and the text that it was said of. */
  readonly said: readonly VFileMessage[]
  readonly source: string
}

/** What was made before, of whatever document. */
export type EarlierPdf = Omit<MadePdf, 'document'>

/** The PDF of all documents, and what it was made of. */
export interface MadePack {
  readonly pdf: Uint8Array
  readonly from: string
}

/** What PDFs are made with. */
export interface PdfContext extends StampContext {
  readonly printer: Printer
  /** Stamps beside this thread; absent where little is stamped. */
  readonly stamper?: Stamper
  readonly browser: Pick<BrowserChoice, 'version'>
  readonly onPrinted?: (id: string) => void
  /** Ends it, which throws then. */
  readonly signal?: AbortSignal | undefined
}

/** A document to print, and what its PDF will be made of. */
interface Job extends PrintJob {
  readonly document: Document
  readonly from: string
}

/** Which PDFs there are already, and which are to be made. */
export interface Plan {
  readonly pack: RenderedPack
  readonly documents: readonly Document[]
  readonly ready: readonly MadePdf[]
  readonly jobs: readonly Job[]
}

/**
 * Finds out which documents are to be printed: those that were not made before of the very same. What was said of the others then
 * is said again; places in a text are those in another only where it is the same.
 */
export function planPdfs(
  pack: RenderedPack,
  documents: readonly Document[],
  earlier: (id: string) => EarlierPdf | undefined,
  context: Omit<PdfContext, 'printer'>,
): Plan {
  const common = hashOfCommon(pack, context)
  const ready: MadePdf[] = []
  const jobs: Job[] = []
  for (const { document, print: html } of pack.pages) {
    if (!documents.includes(document)) continue
    const { id, file } = document
    const from = hashOf([common, html, factsOf(document)])
    const before = earlier(id)
    if (before?.from === from && (before.said.length === 0 || before.source === String(file))) {
      file.messages.push(...before.said)
      ready.push({ ...before, document })
    } else jobs.push({ id, html, document, from })
  }
  return { pack, documents, ready, jobs }
}

/** Fewer documents are stamped before a thread has started. */
const FEW = 3

/**
 * Prints and stamps what is not there yet, each while the browser prints the next, and gives all. What there is to say of the documents
 * are messages on their files.
 */
export async function makePdfs(
  plan: Plan,
  context: PdfContext,
  onMade?: (made: MadePdf) => void,
): Promise<MadePdf[]> {
  const { stamped } = await startPdfs(plan, context, onMade)
  return await stamped
}

/** What is printed, while the last of it may still be stamped. */
interface Started {
  readonly stamped: Promise<MadePdf[]>
  /** How many pages each document has. */
  readonly pages: ReadonlyMap<string, number>
}

/** As {@link makePdfs} does, but gives its result when all is printed. */
async function startPdfs(
  { pack, documents, ready, jobs }: Plan,
  context: PdfContext,
  onMade: (made: MadePdf) => void = () => {},
): Promise<Started> {
  const { printer, stamper, signal } = context
  if (jobs.length > FEW) stamper?.start()
  const made = new Map(ready.map((one) => [one.document.id, one]))
  const pages = new Map(ready.map((one) => [one.document.id, one.pages]))
  let finished = Promise.resolve()
  await printer.print(jobs, pack.assets, {
    signal,
    onPrinted(id, printed) {
      context.onPrinted?.(id)
      pages.set(id, destinationPages(printed.pdf).pages)
      const finishing = finish(jobs.find((job) => job.id === id)!, printed, context)
      finished = Promise.all([finishing, finished]).then(([one]) => {
        made.set(id, one)
        onMade(one)
      })
      // Told of by who waits for all.
      finished.catch(() => {})
    },
  })
  stamper?.join()
  const stamped = finished.then(() => {
    signal?.throwIfAborted()
    return documents.map(({ id }) => made.get(id)!)
  })
  stamped.catch(() => {})
  return { stamped, pages }
}

async function finish(
  { document, from }: Job,
  { pdf }: Printed,
  context: PdfContext,
): Promise<MadePdf> {
  const { messages } = document.file
  const before = messages.length
  const stamped = await (context.stamper?.stamp ?? stamp)(pdf, document, context)
  return {
    ...stamped,
    from,
    said: messages.slice(before),
    source: String(document.file),
  }
}

/** A pack that becomes one PDF as well. */
type WholePack = RenderedPack & Required<Pick<RenderedPack, 'combined'>>

/**
 * Prints and stamps what is not there yet, and makes the one PDF of all documents of these, unless that was made before of the very same:
 * what it has beside them is printed when it is known how many pages they have.
 */
export async function makePdfsAndPack(
  plan: Plan & { readonly pack: WholePack },
  earlier: MadePack | undefined,
  context: PdfContext,
  onMade: (made: MadePdf) => void = () => {},
): Promise<{ stamped: MadePdf[]; packPdf: MadePack }> {
  const { pack, ready } = plan
  const from = hashOfPack(plan, context)
  if (earlier?.from === from)
    return { stamped: await makePdfs(plan, context, onMade), packPdf: earlier }
  const parts = new Map<string, Promise<Part>>()
  const open = ({ document: { id }, pdf }: MadePdf) => {
    const part = openPart(pdf)
    part.catch(() => {})
    parts.set(id, part)
  }
  for (const one of ready) open(one)
  const started = await startPdfs(plan, context, (one) => {
    open(one)
    onMade(one)
  })
  const frame = printFrame(pack, started.pages, context)
  const [stamped, printed] = await Promise.all([started.stamped, frame])
  const opened = stamped.map(async (one) => ({ ...one, part: await parts.get(one.document.id)! }))
  const content = { title: pack.title, frame: printed, parts: await Promise.all(opened) }
  return { stamped, packPdf: { pdf: await assemblePack(content, context), from } }
}

async function printFrame(
  { combined, assets }: WholePack,
  pages: ReadonlyMap<string, number>,
  { printer, signal, onPrinted }: PdfContext,
): Promise<Uint8Array> {
  const printed = await printer.print([{ id: PACK, ...combined(pages) }], assets, {
    signal,
    onPrinted: (id) => onPrinted?.(id),
  })
  return printed.get(PACK)!
}

/** The hash of all that the one PDF depends on; the number of pages is that of the documents. */
function hashOfPack(
  { pack, documents, ready, jobs }: Plan & { readonly pack: WholePack },
  context: Omit<PdfContext, 'printer'>,
): string {
  const made = new Map([...ready, ...jobs].map(({ document: { id }, from }) => [id, from]))
  return hashOf([
    hashOfCommon(pack, context),
    pack.combined(new Map()).html,
    documents.map(({ id }) => made.get(id) ?? ''),
  ])
}

/** What all PDFs of a pack depend on, beside their pages. */
function hashOfCommon(
  { assets }: RenderedPack,
  { config: { organisation, pdf }, templates, date, browser }: Omit<PdfContext, 'printer'>,
): string {
  return hashOf([
    version,
    browser.version,
    organisation,
    pdf,
    date,
    digest(templates.formFont),
    // No page runs a script while it is printed.
    assets
      .filter(({ path }) => !path.endsWith('.js'))
      .map(({ path, bytes }) => [path, digest(bytes)]),
  ])
}

/** What stamp makes of a document that its printed page does not show. */
function factsOf({ kind, meta, fields, withoutFields = new Set() }: Document): object {
  return { kind, meta, fields, withoutFields: [...withoutFields] }
}

function hashOf(value: unknown): string {
  return digest(canonicalJson(value))
}

function digest(data: string | Uint8Array): string {
  return hash('sha256', data)
}
