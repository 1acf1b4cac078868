import { PDFDict, PDFDocument, PDFHexString, PDFName } from 'pdf-lib'
import { cmsOf, type Identity } from './signing.ts'

/** Signs a field in an update at the end of the file, as PDF programs do. */
export async function signField(
  pdf: Uint8Array,
  name: string,
  signer: Identity,
): Promise<Uint8Array> {
  const room = 4000
  const placeholder = 1_000_000_000
  const bytes = await updateField(pdf, name, (field, { context }) => {
    const signature = context.obj({
      Type: 'Sig',
      Filter: 'Adobe.PPKLite',
      SubFilter: 'adbe.pkcs7.detached',
      ByteRange: [0, placeholder, placeholder, placeholder],
      Contents: PDFHexString.of('0'.repeat(room)),
    })
    field.set(PDFName.of('V'), context.register(signature))
  })
  const file = Buffer.from(bytes)
  const start = file.lastIndexOf('/Contents <') + '/Contents '.length
  const end = start + room + 2
  const places = [start, end, file.length - end].map((number) => String(number).padStart(10, '0'))
  file.write(places.join(' '), file.lastIndexOf(String(placeholder), start) - 22)
  const content = new Uint8Array(Buffer.concat([file.subarray(0, start), file.subarray(end)]))
  const cms = await cmsOf(content, signer, { at: new Date('2026-04-03T09:30:00Z') })
  file.write(Buffer.from(cms).toString('hex'), start + 1)
  return new Uint8Array(file)
}

/** A field changed in an update at the end of the file. Throws when there is no such field. */
export function updateField(
  bytes: Uint8Array,
  name: string,
  work: (field: PDFDict, pdf: PDFDocument) => void,
): Promise<Uint8Array> {
  return updateFile(bytes, (pdf) => {
    const fields = pdf.getForm().acroForm.getAllFields()
    const found = fields.find(([field]) => field.getFullyQualifiedName() === name)
    if (!found) throw new Error(`There is no field ${name}`)
    work(pdf.context.lookup(found[1], PDFDict), pdf)
  })
}

/** Anything changed in an update at the end of the file. */
export async function updateFile(
  bytes: Uint8Array,
  work: (pdf: PDFDocument) => unknown,
): Promise<Uint8Array> {
  const pdf = await PDFDocument.load(bytes, { forIncrementalUpdate: true })
  work(pdf)
  return pdf.commit({ useObjectStreams: false })
}
