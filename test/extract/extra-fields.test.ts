import { expect, test } from 'vitest'
import { readValues } from '../../src/extract/values.ts'
import { openPdf, readFormFields } from '../../src/pdf/index.ts'
import { formOf } from '../validate/support.ts'
import { form, textField } from './support/hand-made.ts'
import { writePdf } from './support/pdf-writer.ts'

function foundWith(field: string): string[] {
  const { fields } = readFormFields(openPdf(writePdf(form({ 10: field }))))
  return readValues(formOf([]), fields).findings.map(({ rule, message }) => `${rule}: ${message}`)
}

test('what a field that somebody added holds is kept', () => {
  expect(foundWith(textField('note', '/V(Call me)'))).toEqual([
    'field-extra: The file has a field “note” that is not of the form; what it holds is kept with the record',
  ])
})

test('a signature beside the boxes of the form is named for what it is', () => {
  const signature = textField('Signature1', '/V<</Type/Sig/Contents<00>>>').replace('/Tx', '/Sig')
  expect(foundWith(signature)).toEqual([
    "field-extra: The file has a digital signature “Signature1” that is in none of the form's own boxes; it stays in the original, and nothing about it was verified",
  ])
})

test('an empty field that somebody added is not worth a word', () => {
  expect(foundWith(textField('note', ''))).toEqual([])
})
