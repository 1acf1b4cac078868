import type { Page } from 'puppeteer-core'
import { prefixInPack } from '../../contracts/destinations.ts'
import type { Setting } from './fit-pages.ts'

/** How each document on a page of several is set, by the id of its element. */
export type Settings = ReadonlyMap<string, Setting>

/** What the body of a page holds. */
interface Block {
  readonly id: string
  readonly ids: readonly string[]
}

/**
 * The pages on which the places of a file with several documents are going to be, by their ids, counted from 0: each document has as
 * many as by itself, and what stands before it, such as a cover or the contents, has one.
 */
export async function expectedPages(page: Page, parts: Settings): Promise<Map<string, number>> {
  const expected = new Map<string, number>()
  let start = 0
  for (const { id, ids } of await blocksOf(page)) {
    const { pages = 1, places = [] } = parts.get(id) ?? {}
    for (const one of [id, ...(parts.has(id) ? [] : ids)]) expected.set(one, start)
    for (const [place, at] of places) expected.set(prefixInPack(id) + place, start + at)
    start += pages
  }
  return expected
}

function blocksOf(page: Page): Promise<Block[]> {
  return page.$$eval('body > *', (elements) =>
    elements
      // What is drawn on all pages has none of its own.
      .filter(
        (element) =>
          element.ownerDocument.defaultView?.getComputedStyle(element).position === 'static',
      )
      .map((element) => ({
        id: element.id,
        ids: [...element.querySelectorAll('[id]')].map(({ id }) => id),
      })),
  )
}
