import {
  PDFAcroCheckBox,
  PDFAcroRadioButton,
  PDFDocument,
  type PDFField,
  PDFHexString,
  PDFName,
  PDFString,
} from 'pdf-lib'
import { fieldValue, type Reader } from './reader.ts'

/** The library with which forms are stamped; it does not read pages. */
export const pdfLib: Reader = {
  name: 'pdf-lib',
  async values(pdf) {
    const file = await PDFDocument.load(pdf, { updateMetadata: false })
    const fields = file.getForm().getFields()
    return Object.fromEntries(
      fields.map((field) => [field.getName(), fieldValue(storedValue(field))]),
    )
  },
}

function storedValue({ acroField }: PDFField): string {
  if (acroField instanceof PDFAcroCheckBox || acroField instanceof PDFAcroRadioButton)
    return acroField.getValue().decodeText()
  const value = acroField.dict.lookup(PDFName.of('V'))
  return value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : ''
}
