import { hash } from 'node:crypto'
import type { VFileMessage } from 'vfile-message'
import { canonicalJson } from '../contracts/hash.ts'
import { version } from '../contracts/version.ts'
import type { BrowserChoice } from '../model/browser.ts'
import type { Document } from '../model/document.ts'
import type { RenderedPack, StampedDocument } from '../model/project.ts'
import { PACK } from './outputs/index.ts'
import type { Printed, Printer, PrintJob } from './print/index.ts'
import { type CompletePack, openPack, type StampContext, stamp } from './stamp/index.ts'
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
  const { stamped } = await makeWith(plan, [], context, onMade)
  return stamped
}

/** As {@link makePdfs} does, but prints the pack as well, which takes longest and so comes first. */
async function makeWith(
  { pack, documents, ready, jobs }: Plan,
  packJobs: readonly PrintJob[],
  context: PdfContext,
  onMade: (made: MadePdf) => void = () => {},
): Promise<{ stamped: MadePdf[]; complete?: CompletePack | undefined }> {
  const { printer, stamper, signal } = context
  if (jobs.length > FEW) stamper?.start()
  const made = new Map(ready.map((one) => [one.document.id, one]))
  let finished = Promise.resolve()
  let complete: CompletePack | undefined
  await printer.print([...packJobs, ...jobs], pack.assets, {
    signal,
    onPrinted(id, printed) {
      context.onPrinted?.(id)
      const job = jobs.find((one) => one.id === id)
      if (!job) {
        complete = (stamper ?? here).openPack(printed.pdf, context)
        return
      }
      const finishing = finish(job, printed, context)
      finished = Promise.all([finishing, finished]).then(([one]) => {
        made.set(id, one)
        onMade(one)
      })
      // Told of below, when all are printed.
      finished.catch(() => {})
    },
  })
  stamper?.join()
  await finished
  signal?.throwIfAborted()
  return { stamped: documents.map(({ id }) => made.get(id)!), complete }
}

async function finish(
  { document, from }: Job,
  { pdf }: Printed,
  context: PdfContext,
): Promise<MadePdf> {
  const { messages } = document.file
  const before = messages.length
  const stamped = await (context.stamper ?? here).stamp(pdf, document, context)
  return {
    ...stamped,
    from,
    said: messages.slice(before),
    source: String(document.file),
  }
}

/** Where there is no stamper. */
const here: Pick<Stamper, 'stamp' | 'openPack'> = {
  stamp,
  openPack(pdf, context) {
    const opening = openPack(pdf, context)
    // Told of when it is completed.
    opening.catch(() => {})
    return async (pack) => (await opening)(pack)
  },
}

/** A pack with the page of all its documents. */
type WholePack = RenderedPack & { readonly combined: string }

/**
 * Prints and stamps what is not there yet, and the one PDF of all documents, unless that was made before of the very same. Where a
 * document is printed, the one PDF becomes another.
 */
export async function makePdfsAndPack(
  plan: Plan & { readonly pack: WholePack },
  earlier: MadePack | undefined,
  context: PdfContext,
  onMade?: (made: MadePdf) => void,
): Promise<{ stamped: MadePdf[]; packPdf: MadePack }> {
  const { pack, documents, jobs } = plan
  const job = { id: PACK, html: pack.combined, parts: documents.map(({ id }) => id) }
  const { stamped, complete } = await makeWith(plan, jobs.length > 0 ? [job] : [], context, onMade)
  const from = hashOf([
    hashOfCommon(pack, context),
    pack.combined,
    stamped.map(({ document, definition }) => [factsOf(document), definition?.hash]),
  ])
  if (!complete && earlier?.from === from) return { stamped, packPdf: earlier }
  const completing = complete ?? (await makeWith({ ...plan, jobs: [] }, [job], context)).complete!
  return {
    stamped,
    packPdf: { pdf: await completing({ title: pack.title, documents: stamped }), from },
  }
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
