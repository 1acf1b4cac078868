import { PDFArray, PDFDict, PDFDocument, PDFName, PDFRef } from 'pdf-lib'

/** The pages, counted from 1, on which the named destinations of a PDF are (ISO 32000-1, 12.3.2.3). */
export async function destinationPages(pdf: Uint8Array): Promise<Map<string, number>> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false })
  const numbers = new Map(document.getPages().map((page, index) => [page.ref, index + 1]))
  const destinations = document.catalog.lookupMaybe(PDFName.of('Dests'), PDFDict)
  const found = new Map<string, number>()
  for (const [name, value] of destinations?.entries() ?? []) {
    const place = document.context.lookup(value)
    const page = place instanceof PDFArray ? place.get(0) : undefined
    const number = page instanceof PDFRef ? numbers.get(page) : undefined
    if (number !== undefined) found.set(name.decodeText(), number)
  }
  return found
}
