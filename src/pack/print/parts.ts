import { fitPages } from './fit-pages.ts'
import type { Sheet } from './sheet.ts'

/**
 * Sets each document of a page as it fits, and gives the pages on which the places of the file are going to be, by their ids,
 * counted from 0. Of several documents, `parts` are the ids of their elements; what is set on pages of its own kind between them, such as a
 * cover, has one. Undefined where the style sheet does not tell how large pages are.
 */
export async function settle(
  sheet: Sheet,
  parts: readonly string[] | undefined,
): Promise<Map<string, number> | undefined> {
  const blocks = parts
    ? await blocksOf(sheet, parts)
    : [{ selector: 'body', isFlowing: true, ids: [] }]
  const flowing = blocks.filter(({ isFlowing }) => isFlowing)
  const laid = (
    await fitPages(
      sheet,
      flowing.map(({ selector }) => selector),
    )
  )?.values()
  if (!laid) return undefined
  const settled = new Map<string, number>()
  let start = 0
  for (const { isFlowing, ids } of blocks) {
    const { fills = [0], places = [] } = (isFlowing && laid.next().value) || {}
    for (const id of ids) settled.set(id, start)
    for (const [id, at] of places) settled.set(id, start + at)
    start += fills.length
  }
  return settled
}

/** What the body of a page holds. */
interface Block {
  readonly selector: string
  /** It may have several pages. */
  readonly isFlowing: boolean
  readonly ids: readonly string[]
}

function blocksOf(sheet: Sheet, parts: readonly string[]): Promise<Block[]> {
  return sheet.evaluate(
    (html, parts) =>
      [...html.ownerDocument.body.children].flatMap((element, index) => {
        const style = element.ownerDocument.defaultView.getComputedStyle(element)
        // What is drawn on all pages has none of its own.
        if (style.position !== 'static') return []
        const isFlowing = parts.includes(element.id) || style.getPropertyValue('page') === 'auto'
        const inner = isFlowing ? [] : [...element.querySelectorAll('[id]')]
        return {
          selector: `body > :nth-child(${index + 1})`,
          isFlowing,
          ids: [element, ...inner].map(({ id }) => id).filter((id) => id !== ''),
        }
      }),
    parts,
  )
}
