import { findBrowser } from '../browser/index.ts'
import { OperatorError } from '../messages/operator-error.ts'
import type { BrowserChoice } from '../model/browser.ts'
import type { Document } from '../model/document.ts'
import type { Project, RenderedPack } from '../model/project.ts'
import { makePdfs, planPdfs } from './pdfs.ts'
import { openPrinter } from './print/index.ts'

/** Prints documents, so that a check says what a build would refuse. Without a browser nothing is printed. */
export async function proof(
  pack: RenderedPack,
  documents: readonly Document[],
  project: Project,
): Promise<void> {
  const browser = await findBrowserMaybe()
  if (!browser) return
  await using printer = openPrinter(browser)
  const context = { ...project, browser, printer }
  await makePdfs(
    planPdfs(pack, documents, () => undefined, context),
    context,
  )
}

async function findBrowserMaybe(): Promise<BrowserChoice | undefined> {
  try {
    return await findBrowser()
  } catch (error) {
    if (error instanceof OperatorError) return undefined
    throw error
  }
}
