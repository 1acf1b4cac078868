import { degrees, PDFDocument, type PDFEmbeddedPage } from 'pdf-lib'
import type { Flattener } from './flattener.ts'

/** Puts the appearances of the fields into the pages as they are. */
export const pdfLib: Flattener = {
  name: 'pdf-lib',
  available: () => true,
  async flatten(pdf) {
    const file = await PDFDocument.load(pdf, { updateMetadata: false })
    file.getForm().flatten({ updateFieldAppearances: false })
    return file.save({ updateFieldAppearances: false })
  },
}

/** The flattened pages on other paper: smaller, moved, and the last one first. */
export const scaled: Flattener = {
  name: 'scaled and moved',
  available: () => true,
  flatten: async (pdf) =>
    imposed(await pdfLib.flatten(pdf), [612, 792], (page) => ({
      x: 31,
      y: 17,
      width: page.width * 0.91,
      height: page.height * 0.91,
    })),
}

/** The flattened pages lying on their sides. */
export const turned: Flattener = {
  name: 'turned',
  available: () => true,
  flatten: async (pdf) =>
    imposed(await pdfLib.flatten(pdf), [842, 595], () => ({ x: 842, y: 0, rotate: degrees(90) })),
}

/** Two of the flattened pages on each sheet. */
export const sideBySide: Flattener = {
  name: 'two on a sheet',
  available: () => true,
  async flatten(pdf) {
    const copy = await PDFDocument.create()
    const flat = await pdfLib.flatten(pdf)
    const pages = await copy.embedPdf(flat, (await PDFDocument.load(flat)).getPageIndices())
    for (const [index, page] of pages.entries()) {
      const sheet =
        index % 2 === 0 ? copy.addPage([842, 595]) : copy.getPage(copy.getPageCount() - 1)
      sheet.drawPage(page, { x: 421 * (index % 2), y: 0, width: 420, height: 594 })
    }
    return copy.save()
  },
}

type Place = NonNullable<Parameters<ReturnType<PDFDocument['addPage']>['drawPage']>[1]>

async function imposed(
  pdf: Uint8Array,
  paper: [number, number],
  place: (page: PDFEmbeddedPage) => Place,
): Promise<Uint8Array> {
  const copy = await PDFDocument.create()
  const pages = await copy.embedPdf(pdf, [...(await PDFDocument.load(pdf)).getPageIndices()])
  for (const page of pages.reverse()) copy.addPage(paper).drawPage(page, place(page))
  return copy.save()
}
