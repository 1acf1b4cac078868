import { isAbsolute, join, relative, resolve } from 'node:path'
import { findBrowser } from '../browser/index.ts'
import { packageFolder } from '../files/package-folder.ts'
import { OperatorError } from '../messages/operator-error.ts'
import type { BrowserChoice } from '../model/browser.ts'
import type { Document } from '../model/document.ts'
import type { Project, RenderedPack } from '../model/project.ts'
import { makePdfs, planPdfs } from './pdfs.ts'
import { openPrinter } from './print/index.ts'

/** What is printed with the fonts of the pack, whatever else a page holds. */
const USUAL =
  /^[\p{ASCII}\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Mn}\u2010-\u2026\u20ac£¥©®°·×÷–—→←]*$/u

/**
 * Prints what may not come out as it should, so that a check says what a build would refuse: the organisation's own documents, those
 * with letters beyond the usual, and all of them where a template is its own. Without a browser nothing is printed.
 */
export async function proof(
  pack: RenderedPack,
  documents: readonly Document[],
  project: Project,
): Promise<void> {
  const doubtful = documents.filter((document) => isDoubtful(document, pack, project))
  const browser = doubtful.length > 0 ? await findBrowserMaybe() : undefined
  if (!browser) return
  await using printer = openPrinter(browser)
  const context = { ...project, browser, printer }
  await makePdfs(
    planPdfs(pack, doubtful, () => undefined, context),
    context,
  )
}

function isDoubtful(document: Document, { pages }: RenderedPack, { templates }: Project): boolean {
  if (Object.values(templates.layouts).some(({ path }) => !comesAlong(path))) return true
  if (!comesAlong(document.file.path)) return true
  const page = pages.find((one) => one.document === document)
  return page !== undefined && !USUAL.test(page.print)
}

function comesAlong(path: string): boolean {
  return ['content', 'templates'].some((folder) => {
    const way = relative(join(packageFolder, folder), resolve(path))
    return way !== '' && !way.startsWith('..') && !isAbsolute(way)
  })
}

async function findBrowserMaybe(): Promise<BrowserChoice | undefined> {
  try {
    return await findBrowser()
  } catch (error) {
    if (error instanceof OperatorError) return undefined
    throw error
  }
}
