import { PDFArray, PDFDict } from 'pdf-lib'
import { name } from '../objects.ts'

/** The attribute dictionaries of an element, one for each owner such as `Table` (ISO 32000-1, 14.7.5). */
export function attributesOf(element: PDFDict): PDFDict[] {
  const value = element.lookup(name('A'))
  const owners = value instanceof PDFArray ? value.asArray() : [value]
  return owners
    .map((owner) => element.context.lookup(owner))
    .filter((owner) => owner instanceof PDFDict)
}
