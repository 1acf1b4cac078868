import { expect, test } from 'vitest'
import { assignFields } from '../../src/forms/extract/fields-by-place.ts'
import { readValues } from '../../src/forms/extract/values.ts'
import { openPdf, readFormFields } from '../../src/pdf/index.ts'
import { formOf } from '../validate/support.ts'
import { form, textField } from './support/hand-made.ts'
import { writePdf } from './support/pdf-writer.ts'

function foundWith(field: string): string[] {
  const { fields } = readFormFields(openPdf(writePdf(form({ 10: field }))))
  return readValues(formOf([]), assignFields(formOf([]), fields)).findings.map(
    ({ rule, message }) => `${rule}: ${message}`,
  )
}

test('what a field that somebody added holds is kept', () => {
  expect(foundWith(textField('note', '/V(Call me)'))).toEqual([
    'field-extra: The file has a field “note” that is not of the form; what it holds is kept with the record',
  ])
})

test('many fields that somebody added are told in one sentence', () => {
  const fields = Array.from({ length: 4 }, (_, index) => textField(`note${index}`, '/V(x)'))
  const { fields: read } = readFormFields(openPdf(writePdf(form(numbered(fields)))))
  const { findings, extra } = readValues(formOf([]), assignFields(formOf([]), read))
  expect(findings.map(({ message }) => message)).toEqual([
    'The file has 4 fields that are not of the form, such as “note0”, “note1” and “note2”; what they hold is kept with the record',
  ])
  expect([...extra.keys()]).toEqual(['note0', 'note1', 'note2', 'note3'])
})

test('an empty field that somebody added is not worth a word', () => {
  expect(foundWith(textField('note', ''))).toEqual([])
})

function numbered(fields: readonly string[]): Record<number, string> {
  return Object.fromEntries(fields.map((field, index) => [10 + index, field]))
}
