import { PDFDocument } from 'pdf-lib'
import { finish, type StampContext } from './finish.ts'

/** Does for a page that is no document of the pack, and no form, what `stamp` does for one: PDF/UA-1 and PDF/A-3a. */
export async function stampReport(
  pdf: Uint8Array,
  title: string,
  context: StampContext & { readonly date: Date },
): Promise<Uint8Array> {
  const file = await PDFDocument.load(pdf, { updateMetadata: false, parseSpeed: Infinity })
  return finish(file, { title, ...context })
}
