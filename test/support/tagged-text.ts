import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { pathOf, readTaggedFile, textIn } from '../pdfua/file/index.ts'
import type { Element } from '../pdfua/file/structure.ts'

/** An abbreviation of a PDF. */
export interface Expanded {
  /** The text that the element holds, as pdf.js reads it. */
  readonly text: string
  /** What it stands for (ISO 32000-1, 14.9.5). */
  readonly expansion: string
  /** Types of the elements that it stands in and its own, for example `Document/P/Span`. */
  readonly path: string
}

/** The elements of a PDF that have an expansion, in the order of the structure tree. */
export async function expansionsIn(pdf: Uint8Array): Promise<Expanded[]> {
  const { structure } = await readTaggedFile(pdf)
  const { texts } = await readTagged(pdf)
  const textOf = ({ contents, kids }: Element): string =>
    [
      ...contents.map(({ page, mcid }) => texts.get(`p${page?.objectNumber}R_mc${mcid}`)),
      ...kids.map(textOf),
    ].join(' ')
  return structure.elements.flatMap((element) => {
    const expansion = textIn(element.dict, 'E')
    return expansion === undefined
      ? []
      : [{ text: spaced(textOf(element)), expansion, path: pathOf(element) }]
  })
}

/** The text of a PDF in the order of its structure tree, as pdf.js reads both. */
export async function readingText(pdf: Uint8Array): Promise<string> {
  const { texts, order } = await readTagged(pdf)
  return spaced(order.map((id) => texts.get(id)).join(''))
}

/** Texts of marked content by the ids that pdf.js gives it, and these ids in the order of the structure tree. */
async function readTagged(pdf: Uint8Array) {
  const task = getDocument({ data: Uint8Array.from(pdf), verbosity: 0 })
  const file = await task.promise
  const texts = new Map<string, string>()
  const order: string[] = []
  for (let number = 1; number <= file.numPages; number++) {
    const page = await file.getPage(number)
    const { items } = await page.getTextContent({ includeMarkedContent: true })
    const open: (string | undefined)[] = []
    for (const item of items) {
      if ('str' in item) {
        const id = open.findLast((each) => each !== undefined)
        if (id) texts.set(id, (texts.get(id) ?? '') + item.str + (item.hasEOL ? ' ' : ''))
      } else if (item.type === 'endMarkedContent') open.pop()
      else open.push(item.id)
    }
    order.push(...contentIds(await page.getStructTree()))
  }
  await task.destroy()
  return { texts, order }
}

/** The part of pdf.js's structure nodes that is used here. */
interface StructureNode {
  readonly type?: string
  readonly id?: string
  readonly children?: readonly StructureNode[]
}

function contentIds({ type, id, children = [] }: StructureNode): string[] {
  return type === 'content' && id ? [id] : children.flatMap(contentIds)
}

/** With single spaces: pdf.js counts the space before a word to the word, and leaves out the one at the end of a line. */
function spaced(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
