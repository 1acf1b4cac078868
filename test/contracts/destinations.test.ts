import { PDFDocument, PDFName } from 'pdf-lib'
import { expect, test } from 'vitest'
import { destinationPages } from '../../src/contracts/destinations.ts'

test('finds the page of a heading in any letters', async () => {
  const document = await PDFDocument.create()
  const pages = [document.addPage(), document.addPage()]
  const ids = ['purpose', 'überprüfung', 'מטרה', '100%']
  const { context, catalog } = document
  const destinations = context.obj({})
  for (const [index, id] of ids.entries())
    destinations.set(nameOf(id), context.obj([pages[index % 2]!.ref, 'XYZ', 0, 0, 0]))
  catalog.set(PDFName.of('Dests'), destinations)
  const { places } = destinationPages(await document.save())
  expect(Object.fromEntries(places)).toEqual({
    purpose: 0,
    überprüfung: 1,
    מטרה: 0,
    '100%': 1,
  })
})

/** As Chromium writes it: as in an address. */
function nameOf(id: string): PDFName {
  return PDFName.of(encodeURIComponent(id))
}
