import { temporaryFolder } from '../../files/temporary.ts'
import type { BrowserChoice } from '../../model/browser.ts'
import type { Asset } from '../../model/project.ts'
import type { PrintJob } from './job.ts'
import { launch } from './launch.ts'
import { offlineSite } from './offline-site.ts'
import { printPage } from './print-page.ts'

export type { PrintJob } from './job.ts'

/** How many pages the browser prints at the same time. */
const PAGES = 2

/** What the caller wants to hear of while it prints, and how it ends it. */
export interface PrintOptions {
  /** Called when a document is printed. */
  readonly onPrinted?: (id: string) => void
  /** Ends the browser; given by who hears of interruptions of this process, such as Ctrl-C, in its place. */
  readonly signal?: AbortSignal | undefined
}

/**
 * Prints pages as tagged PDFs with an outline, by document. The pages run no scripts and reach no network: all that they
 * load is `jobs` and `assets`. Throws an `OperatorError` when the browser does not start, and an `Error` when a page
 * does not print; the browser is closed then as well.
 */
export async function print(
  jobs: readonly PrintJob[],
  assets: readonly Asset[],
  choice: BrowserChoice,
  { onPrinted, signal }: PrintOptions = {},
): Promise<Map<string, Uint8Array>> {
  if (jobs.length === 0) return new Map()
  const site = offlineSite(jobs, assets)
  const printed = new Map<string, Uint8Array>()
  const waiting = jobs.values()
  await using profile = await temporaryFolder()
  await using browser = await launch(choice, profile.path, signal)

  async function printWaiting(): Promise<void> {
    const page = await site.openPage(browser)
    for (const { id } of waiting) {
      printed.set(id, await printPage(page, site.addressOf(id)))
      onPrinted?.(id)
    }
  }

  await Promise.all(Array.from({ length: Math.min(PAGES, jobs.length) }, printWaiting))
  return printed
}
