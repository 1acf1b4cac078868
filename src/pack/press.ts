import type { Message } from '../messages/message.ts'
import { OperatorError } from '../messages/operator-error.ts'
import type { BrowserChoice } from '../model/browser.ts'
import type { Document } from '../model/document.ts'
import type { Project } from '../model/project.ts'
import { type Made, outputsOf } from './outputs/index.ts'
import { type MadePdf, makePdfs, type Plan, planPdfs } from './pdfs.ts'
import { collect, isStopped } from './prepare.ts'
import { openPrinter } from './print/index.ts'
import type { Shown, Site } from './serve.ts'
import type { StampContext } from './stamp/index.ts'

/** How to tell of what is shown, and until when. */
export interface PressOptions {
  /** Ends it all; to come from the handlers of SIGINT and the like, which nothing else handles. */
  readonly signal: AbortSignal
  /** Called when pages are drawn, and again when PDFs were printed; with what went wrong on this machine in place of a result. */
  readonly onBuilt: (result: DevResult | OperatorError) => void
  /** A message as it is shown on top of the pages. */
  readonly sentence: (message: Message) => string
}

/** What is shown now. */
export interface DevResult {
  /** False when faults stand in the way; what was shown before stays. */
  readonly ok: boolean
  /** What there is to say of pages, and what there is to say beyond that when it is of PDFs. */
  readonly messages: readonly Message[]
  readonly made: 'pages' | 'PDFs'
  /** How many of these are new or changed. */
  readonly changed: number
}

/** Pages, with all that their PDFs are made of. */
export interface Drawn extends Omit<Made, 'stamped'> {
  readonly messages: readonly Message[]
  readonly documents: readonly Document[]
  readonly project: Project & Pick<StampContext, 'date'>
}

/** Shows pages at once and prints them afterwards, in a browser that stays open. */
export interface Press extends AsyncDisposable {
  /** The printing of the pages before ends. */
  show(drawn: Drawn): void
}

export function openPress(site: Site, browser: BrowserChoice, options: PressOptions): Press {
  const { signal, onBuilt } = options
  const made = new Map<string, MadePdf>()
  let printer = openPrinter(browser, signal)
  let newest = new AbortController()
  let printing = Promise.resolve()
  let pages: Shown['files'] = new Map()

  /** Gives how many pages are new or changed. */
  function showWith(stamped: readonly MadePdf[], drawn: Drawn, coming: Coming): number {
    const files = new Map(outputsOf({ ...drawn, stamped }).map(({ path, bytes }) => [path, bytes]))
    site.show({ files, coming, notice: noticeOf(drawn.messages, options) })
    const before = pages
    pages = new Map([...files].filter(([path]) => path.endsWith('.html')))
    return [...pages].filter(([path, bytes]) => !isEqual(bytes, before.get(path))).length
  }

  async function print(drawn: Drawn, plan: Plan, arrivals: Arrivals, end: AbortSignal) {
    if (end.aborted || plan.jobs.length === 0) return
    const context = { ...drawn.project, browser, printer, signal: end }
    try {
      const stamped = await makePdfs(plan, context, (one) => {
        made.set(one.document.id, one)
        arrivals.get(pdfOf(one.document))?.resolve(one.pdf)
      })
      const messages = collect(drawn.project)
      const told = new Set(drawn.messages.map((message) => JSON.stringify(message)))
      showWith(stamped, { ...drawn, messages }, new Map())
      onBuilt({
        ok: !isStopped(drawn.project),
        messages: messages.filter((message) => !told.has(JSON.stringify(message))),
        made: 'PDFs',
        changed: plan.jobs.length,
      })
    } catch (error) {
      if (end.aborted) return
      if (!(error instanceof OperatorError)) throw error
      // The browser may have ended.
      await printer[Symbol.asyncDispose]()
      printer = openPrinter(browser, signal)
      site.show({ notice: [error.message] })
      onBuilt(error)
    } finally {
      for (const { resolve } of arrivals.values()) resolve(undefined)
    }
  }

  return {
    show(drawn) {
      newest.abort()
      newest = new AbortController()
      const end = AbortSignal.any([signal, newest.signal])
      const { pack, documents, project, messages } = drawn
      const plan = planPdfs(pack, documents, (id) => made.get(id), { ...project, browser })
      const arrivals: Arrivals = new Map(
        plan.jobs.map(({ document }) => [pdfOf(document), Promise.withResolvers()]),
      )
      const coming = new Map(Array.from(arrivals, ([path, { promise }]) => [path, promise]))
      const changed = showWith(plan.ready, drawn, coming)
      onBuilt({ ok: true, messages, made: 'pages', changed })
      // One at a time; what was ended stops at its next document.
      printing = printing.then(() => print(drawn, plan, arrivals, end))
    },
    async [Symbol.asyncDispose]() {
      newest.abort()
      await printing
      await printer[Symbol.asyncDispose]()
    },
  }
}

/** The lines to show on top of the pages. */
export function noticeOf(
  messages: readonly Message[],
  { sentence }: Pick<PressOptions, 'sentence'>,
): string[] {
  return messages.filter(({ severity }) => severity === 'error').map(sentence)
}

type Coming = NonNullable<Shown['coming']>
type Arrivals = ReadonlyMap<string, PromiseWithResolvers<Uint8Array | undefined>>

function pdfOf({ id }: Document): string {
  return `${id}.pdf`
}

function isEqual(one: Uint8Array, other: Uint8Array | undefined): boolean {
  return other !== undefined && Buffer.compare(one, other) === 0
}
