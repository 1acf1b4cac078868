import { PDFDocument, PDFHexString, PDFString } from 'pdf-lib'

/** A PDF of one page with text fields, filled in, and empty signature fields, one below the other. */
export async function plainForm(
  answers: Readonly<Record<string, string>>,
  signatures: readonly string[],
): Promise<Uint8Array> {
  const pdf = await PDFDocument.create()
  const page = pdf.addPage()
  page.drawText('We agree to meet every month.', { x: 50, y: 780 })
  const { acroForm } = pdf.getForm()
  let top = 740
  for (const [name, answer] of Object.entries(answers))
    addField({
      FT: 'Tx',
      T: PDFString.of(name),
      ...(answer !== '' && { V: PDFHexString.fromText(answer) }),
    })
  for (const name of signatures) addField({ FT: 'Sig', T: PDFString.of(name) })
  return pdf.save({ useObjectStreams: false })

  function addField(entries: Record<string, PDFString | PDFHexString | string>): void {
    top -= 50
    const rect = [50, top, 250, top + 40]
    const field = pdf.context.obj({ Type: 'Annot', Subtype: 'Widget', Rect: rect, ...entries })
    const reference = pdf.context.register(field)
    acroForm.addField(reference)
    page.node.addAnnot(reference)
  }
}
