import { expect, test } from 'vitest'
import { assignFields, readValues } from '../../src/forms/fields/index.ts'
import { addedFindings } from '../../src/forms/findings/index.ts'
import { readLooks } from '../../src/forms/pages/index.ts'
import type { Finding } from '../../src/messages/finding.ts'
import type { Extraction } from '../../src/model/extraction.ts'
import { openPdf, readFormFields } from '../../src/pdf/index.ts'
import { formOf } from '../validate/support.ts'
import { form, textField } from './support/hand-made.ts'
import { writePdf } from './support/pdf-writer.ts'

function foundWith(field: string): string[] {
  return told(extraOf({ 10: field })).map(({ rule, message }) => `${rule}: ${message}`)
}

/** What the fields of a file hold that a form without questions has not. */
function extraOf(fields: Record<number, string>): Extraction['extra'] {
  const read = readFormFields(openPdf(writePdf(form(fields))))
  return readValues(
    formOf([]),
    assignFields(formOf([]), read.fields),
    readLooks([], { needsAppearances: false, isByState: false }),
  ).extra
}

function told(extra: Extraction['extra']): Finding[] {
  return addedFindings({ form: formOf([]), extra, remarks: [] })
}

test('what a field that somebody added holds is kept', () => {
  expect(foundWith(textField('note', '/V(Call me)'))).toEqual([
    'field-extra: The file has a field “note” that is not of the form; what it holds is kept with the record',
  ])
})

test('many fields that somebody added are told in one sentence', () => {
  const fields = Array.from({ length: 4 }, (_, index) => textField(`note${index}`, '/V(x)'))
  const extra = extraOf(numbered(fields))
  expect(told(extra).map(({ message }) => message)).toEqual([
    'The file has 4 fields that are not of the form, such as “note0”, “note1” and “note2”; what they hold is kept with the record',
  ])
  expect([...extra.keys()]).toEqual(['note0', 'note1', 'note2', 'note3'])
})

test('an empty field that somebody added is not worth a word', () => {
  expect(foundWith(textField('note', ''))).toEqual([])
})

test('what somebody added to an anonymous form is not told, because it may say who filled it in', () => {
  const added = {
    extra: extraOf({ 10: textField('note', '/V(Zoe)') }),
    remarks: [{ page: 0, subtype: 'Text', text: 'Zoe' }],
  }
  expect(addedFindings({ form: formOf([]), ...added })).toHaveLength(2)
  const anonymous = formOf([], { sensitive: 'anonymous' })
  expect(addedFindings({ form: anonymous, ...added })).toEqual([])
})

function numbered(fields: readonly string[]): Record<number, string> {
  return Object.fromEntries(fields.map((field, index) => [10 + index, field]))
}
