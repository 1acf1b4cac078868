import type { Browser, Page } from 'puppeteer-core'
import { temporaryFolder } from '../../files/temporary.ts'
import type { BrowserChoice } from '../../model/browser.ts'
import type { Asset } from '../../model/project.ts'
import type { PrintJob } from './job.ts'
import { launch } from './launch.ts'
import { openPage } from './open-page.ts'
import type { Settings } from './parts.ts'
import { type Printed, printPage } from './print-page.ts'

export type { Setting } from './fit-pages.ts'
export type { PrintJob } from './job.ts'
export type { Settings } from './parts.ts'
export type { Printed } from './print-page.ts'

/** How many pages the browser prints at the same time. */
const PAGES = 2

/** What the caller wants to hear of while it prints, and how it ends it. */
export interface PrintOptions {
  /** Called when a document is printed. */
  readonly onPrinted?: ((id: string, printed: Printed) => void) | undefined
  /** How documents were set that were printed before, for pages with several. */
  readonly settings?: Settings | undefined
  /** Ends it, which throws then; the browser as well where it was started for this alone. */
  readonly signal?: AbortSignal | undefined
}

/** A browser that prints; it starts with the first page, and ends when this is disposed of. */
export interface Printer extends AsyncDisposable {
  /** Starts the browser already, for who is about to print; a fault is told when something is printed. */
  start(): void
  /** As {@link print} does. */
  print(
    jobs: readonly PrintJob[],
    assets: readonly Asset[],
    options?: PrintOptions,
  ): Promise<Map<string, Uint8Array>>
}

/**
 * Prints pages as tagged PDFs with an outline, by document; those with several documents come last, since these are set as they
 * are by themselves. The pages run no scripts and reach no network: all that they load is `jobs` and `assets`. Throws an
 * `OperatorError` when the browser does not start, and an `Error` when a page does not print; the browser is closed then as well.
 */
export async function print(
  jobs: readonly PrintJob[],
  assets: readonly Asset[],
  choice: BrowserChoice,
  options: PrintOptions = {},
): Promise<Map<string, Uint8Array>> {
  await using printer = openPrinter(choice, options.signal)
  return await printer.print(jobs, assets, options)
}

/**
 * For who prints several times. `signal` ends the browser; it is given by who hears of interruptions of this process, such as Ctrl-C,
 * in its place.
 */
export function openPrinter(choice: BrowserChoice, signal?: AbortSignal): Printer {
  const started = new AsyncDisposableStack()
  let browser: Promise<Browser> | undefined
  async function start(): Promise<Browser> {
    const profile = started.use(await temporaryFolder())
    return started.use(await launch(choice, profile.path, signal))
  }
  return {
    start() {
      browser ??= start()
      browser.catch(() => {})
    },
    async print(jobs, assets, options = {}) {
      if (jobs.length === 0) return new Map()
      browser ??= start()
      return printWith(await browser, jobs, assets, options)
    },
    async [Symbol.asyncDispose]() {
      await browser?.catch(() => {})
      await started.disposeAsync()
    },
  }
}

async function printWith(
  browser: Browser,
  jobs: readonly PrintJob[],
  assets: readonly Asset[],
  { onPrinted, signal, settings: known = new Map() }: PrintOptions,
): Promise<Map<string, Uint8Array>> {
  const printed = new Map<string, Uint8Array>()
  const settings = new Map(known)
  const pages = await Promise.all(
    Array.from({ length: Math.min(PAGES, jobs.length) }, () => openPage(browser, assets)),
  )

  async function printAll(some: readonly PrintJob[]): Promise<void> {
    const waiting = some.values()
    await Promise.all(pages.map((page) => printWaiting(page, waiting)))
  }

  async function printWaiting(page: Page, waiting: Iterable<PrintJob>): Promise<void> {
    for (const job of waiting) {
      if (signal?.aborted) return
      const { id, parts } = job
      const ofParts = parts && new Map([...settings].filter(([part]) => parts.includes(part)))
      const one = await printPage(page, job, ofParts)
      printed.set(id, one.pdf)
      settings.set(id, one)
      onPrinted?.(id, one)
    }
  }

  await printAll(jobs.filter(({ parts }) => !parts))
  await printAll(jobs.filter(({ parts }) => parts))
  // Not after a fault: a page that leads elsewhere again and again does not close by itself, but with the browser.
  await Promise.all(pages.map((page) => page.close()))
  signal?.throwIfAborted()
  return printed
}
