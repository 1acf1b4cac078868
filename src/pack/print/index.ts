import type { Browser } from 'puppeteer-core'
import { temporaryFolder } from '../../files/temporary.ts'
import type { BrowserChoice } from '../../model/browser.ts'
import type { Asset } from '../../model/project.ts'
import type { PrintJob } from './job.ts'
import { launch } from './launch.ts'
import { openPage, type Tab } from './open-page.ts'
import { type Printed, printPage } from './print-page.ts'

export type { PrintJob } from './job.ts'
export type { Printed } from './print-page.ts'

/** How many pages the browser prints at the same time. */
const PAGES = 2

/** What the caller wants to hear of while it prints, and how it ends it. */
export interface PrintOptions {
  /** Called when a document is printed. */
  readonly onPrinted?: ((id: string, printed: Printed) => void) | undefined
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
 * Prints pages as tagged PDFs with an outline, by document, in the order of `jobs`. The pages run no scripts and reach no network: all that they load is `jobs` and `assets`. Throws an
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
  const ending = new AbortController()
  let browser: Promise<Browser> | undefined
  let tabs: Promise<Tab[]> | undefined
  let hasPrinted = false
  async function start(): Promise<Browser> {
    const profile = started.use(await temporaryFolder())
    const either = AbortSignal.any([ending.signal, ...(signal ? [signal] : [])])
    return started.use(await launch(choice, profile.path, either, signal !== undefined))
  }
  return {
    start() {
      browser ??= start()
      tabs ??= openPages(browser, PAGES)
      tabs.catch(() => {})
    },
    async print(jobs, assets, options = {}) {
      if (jobs.length === 0) return new Map()
      browser ??= start()
      hasPrinted = true
      const opening = tabs ?? openPages(browser, Math.min(PAGES, jobs.length))
      tabs = undefined
      return printWith(await opening, jobs, assets, options)
    },
    async [Symbol.asyncDispose]() {
      // Nobody waits for it to start when nothing is to be printed after all.
      if (!hasPrinted) ending.abort()
      await tabs?.catch(() => {})
      await browser?.catch(() => {})
      await started.disposeAsync()
    },
  }
}

async function openPages(starting: Promise<Browser>, count: number): Promise<Tab[]> {
  const browser = await starting
  return Promise.all(Array.from({ length: count }, () => openPage(browser)))
}

async function printWith(
  tabs: readonly Tab[],
  jobs: readonly PrintJob[],
  assets: readonly Asset[],
  { onPrinted, signal }: PrintOptions,
): Promise<Map<string, Uint8Array>> {
  const printed = new Map<string, Uint8Array>()
  const waiting = jobs.values()

  async function printWaiting(tab: Tab): Promise<void> {
    tab.assets = assets
    for (const job of waiting) {
      if (signal?.aborted) return
      const one = await printPage(tab.page, job)
      printed.set(job.id, one.pdf)
      onPrinted?.(job.id, one)
    }
  }

  await Promise.all(tabs.map(printWaiting))
  // Not after a fault: a page that leads elsewhere again and again does not close by itself, but with the browser.
  await Promise.all(tabs.map(({ page }) => page.close()))
  signal?.throwIfAborted()
  return printed
}
