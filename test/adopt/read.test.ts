import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PDFDocument } from 'pdf-lib'
import { expect, test } from 'vitest'
import { type DescribedForm, OperatorError, readFields } from '../../src/index.ts'
import { isHere } from '../support/programs.ts'
import { makeFolder } from '../support/project-copy.ts'
import { runCli } from '../support/run-cli.ts'
import { libraryForm, serverForm } from './pdf-forms.ts'

function lines({ kind, pages, fields }: DescribedForm): string {
  const described = fields.map(
    ({ name, label, ...more }) => `${name}\n  ${label}\n  ${JSON.stringify(more)}`,
  )
  return `${kind}, ${pages} pages\n${described.join('\n')}\n`
}

async function described(bytes: Uint8Array): Promise<DescribedForm> {
  return readFields(join(makeFolder({ 'form.pdf': bytes }), 'form.pdf'))
}

test('the fields of a form of a library', async () => {
  await expect(lines(await described(await libraryForm()))).toMatchFileSnapshot(
    'golden/library form.txt',
  )
})

test.skipIf(!isHere('python3 with reportlab'))('the fields of a form of a server', async () => {
  await expect(lines(await described(serverForm()))).toMatchFileSnapshot('golden/server form.txt')
})

test('values come as they are, as JSON and as CSV', async () => {
  const pdf = await PDFDocument.load(await libraryForm())
  const form = pdf.getForm()
  form.getTextField('topmostSubform[0].Page1[0].f1_01[0]').setText('=Zoë, “Ada”')
  form.getTextField('topmostSubform[0].Page1[0].f1_06[0]').setText('One\nTwo')
  form.getRadioGroup('topmostSubform[0].Page1[0].r1[0]').select('1')
  form.getCheckBox('topmostSubform[0].Page1[0].k1[0]').check()
  form.getDropdown('topmostSubform[0].Page1[0].c1_01[0]').select('Riverside')
  const folder = makeFolder({ 'a.pdf': await pdf.save() })
  const json = await runCli(['read', 'a.pdf', '--json'], { cwd: folder })
  const { fields }: DescribedForm = JSON.parse(json.stdout)
  const values = new Map(fields.map(({ label, value }) => [label, value]))
  expect(Object.fromEntries(values)).toMatchObject({
    'Name of borrower': '=Zoë, “Ada”',
    'What is it for?': 'One\nTwo',
    Condition: 'Good',
    Site: 'Riverside',
    'I have insurance of my own': true,
    'I have been trained to use it': false,
    'Staff number': null,
  })
  const csv = await runCli(['read', 'a.pdf', '--csv'], { cwd: folder })
  expect(csv.code).toBe(0)
  expect(csv.stdout).toContain(`"'=Zoë, “Ada”"`)
  expect(csv.stdout).toContain('"One\nTwo"')
})

test('of files without fields it is said what can be done', async () => {
  const flat = await PDFDocument.create()
  flat
    .addPage()
    .drawText('Name: Ada, and that is all that there is on this page', { x: 50, y: 700 })
  const folder = makeFolder({ 'flat.pdf': await flat.save(), 'note.txt': 'Dear all' })
  expect(await runCli(['read', 'flat.pdf'], { cwd: folder })).toMatchObject({
    code: 2,
    stderr: expect.stringMatching(/flat\.pdf: a PDF without fields/),
  })
  await expect(readFields(join(folder, 'note.txt'))).rejects.toThrow(/plain text, not a PDF/)
  writeFileSync(join(folder, 'empty.pdf'), '')
  await expect(readFields(join(folder, 'empty.pdf'))).rejects.toThrow(OperatorError)
})
