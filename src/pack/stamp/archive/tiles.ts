import { PDFDict, PDFDocument, PDFObjectCopier, type PDFPage, type PDFRef } from 'pdf-lib'
import { destinationPages } from '../../../contracts/destinations.ts'
import { applyEdits, type Edit } from '../content/edits.ts'
import { readPageInstructions } from '../content/instructions.ts'
import { contentOf } from '../content/page-content.ts'
import { mendUnicode } from '../font/mend-unicode.ts'
import { name } from '../objects.ts'

/** Printed texts, each as a picture that can be drawn in a file. */
export interface PrintedTiles {
  /** Whether all of a text is to be seen. */
  readonly isWhole: (id: string) => boolean
  /** The text as a form XObject of the file. */
  readonly draw: (id: string) => PDFRef
}

/** Reads texts that were printed each on a page of its own; one that is too long for it goes on to another page. */
export async function readTiles(pdf: Uint8Array, into: PDFDocument): Promise<PrintedTiles> {
  const file = await PDFDocument.load(pdf, { updateMetadata: false, parseSpeed: Infinity })
  mendUnicode(file)
  const copier = PDFObjectCopier.for(file.context, into.context)
  const pages = file.getPages()
  const starts = destinationPages(pdf).places
  const firsts = new Set(starts.values())
  const startOf = (id: string): number => {
    const start = starts.get(id)
    if (start === undefined) throw new Error(`The text \`${id}\` was not printed`)
    return start
  }
  return {
    isWhole(id) {
      const next = startOf(id) + 1
      return next === pages.length || firsts.has(next)
    },
    draw(id) {
      const page = pages[startOf(id)]!
      return into.context.register(
        into.context.stream(withoutTags(page), {
          Type: 'XObject',
          Subtype: 'Form',
          BBox: [0, 0, page.getWidth(), page.getHeight()],
          Resources: copier.copy(page.node.lookup(name('Resources'), PDFDict)),
        }),
      )
    },
  }
}

/** The content of a page without its tags: what it is, is said where it is drawn. */
function withoutTags(page: PDFPage): Uint8Array {
  const content = contentOf(page)
  const edits: Edit[] = []
  for (const { operator, open, start, end } of readPageInstructions(content)) {
    if (!['BDC', 'BMC', 'EMC'].includes(operator) || open.at(-1)?.mcid === undefined) continue
    edits.push({ start, end, text: '' })
  }
  return applyEdits(content, edits)
}
