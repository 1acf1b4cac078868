import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PDFArray, PDFDict, PDFDocument, PDFName, type PDFRef, PDFString } from 'pdf-lib'
import { expect, test } from 'vitest'
import { readForm } from '../../src/forms/read-form.ts'
import type { KnownForms } from '../../src/model/extraction.ts'
import { definitionsIn } from '../support/definitions.ts'
import { samplePack } from '../support/sample-pack.ts'

const pack = await samplePack()
const definitions = definitionsIn(pack)
const known: KnownForms = { definitions, publishedHashes: new Set() }

const request = { 'employee.name': 'Zoë Vale', 'employee.job': 'Chef' }
const contract = { 'mentee.name': 'Łukasz Żółć', 'mentor.name': 'Ελένη', resources: 'Time' }

test('a page in front of the form is none of its own', async () => {
  const file = await filledForm('mentoring-contract', contract)
  file.insertPage(0)
  expect(await read(file)).toMatchObject({ values: contractValues, oddities: [] })
})

test('pages in another order are known by what is printed on them', async () => {
  const file = await filledForm('mentoring-contract', contract)
  const pages = file.catalog.Pages().Kids()
  const inOrder = pages.asArray().slice()
  for (const [index, page] of inOrder.toReversed().entries()) pages.set(index, page)
  expect(await read(file)).toMatchObject({ values: contractValues, oddities: [] })
})

test('larger paper moves no box', async () => {
  const file = await filledForm('mentoring-contract', contract)
  for (const page of file.getPages()) page.scale(Math.SQRT2, Math.SQRT2)
  expect(await read(file)).toMatchObject({ values: contractValues, oddities: [] })
})

test('a margin that was cut off moves no box', async () => {
  const file = await filledForm('mentoring-contract', contract)
  for (const page of file.getPages()) page.setCropBox(20, 15, 550, 800)
  file.insertPage(0)
  expect(await read(file)).toMatchObject({ values: contractValues, oddities: [] })
})

test('many boxes that were moved are told in one sentence', async () => {
  const file = await filledForm('mentoring-contract', contract)
  for (const widget of widgetsOf(file)) {
    const [left = 0, bottom = 0, right = 0, top = 0] = widget
      .lookup(PDFName.of('Rect'), PDFArray)
      .asArray()
      .map(Number)
    widget.set(PDFName.of('Rect'), file.context.obj([left, bottom + 9, right, top + 9]))
  }
  expect((await read(file)).oddities).toEqual([
    "form-altered: The boxes for 32 questions were moved in this file, such as “Which policy does the partnership come under?”, “Mentee's full name” and “Mentee's work e-mail address”; check what the answers refer to",
  ])
})

test('a file with two completed forms is refused with both their names', async () => {
  const file = await joined(
    await filledForm('mentoring-request', request),
    await filledForm('mentoring-contract', contract),
  )
  expect(await refusal(file)).toEqual([
    'form-in-pack: The file holds several forms: “Mentoring request” and “Mentoring contract”; ask for each in a file of its own, or save the pages of each as a file of its own',
  ])
})

test('a file with one form completed twice is refused', async () => {
  const form = await filledForm('mentoring-contract', contract)
  expect(await refusal(await joined(form, form))).toEqual([
    'form-in-pack: The file holds “Mentoring contract” more than once; ask for each in a file of its own, or save the pages of each as a file of its own',
  ])
})

test.each([
  ['behind', true],
  ['in front of', false],
])('a blank form %s a completed one is passed over', async (_, isBehind) => {
  const forms = [
    await filledForm('mentoring-contract', contract),
    await filledForm('coaching-consent', {}),
  ]
  const file = await joined(...(isBehind ? forms : forms.toReversed()))
  expect(await read(file)).toMatchObject({ id: 'mentoring-contract', values: contractValues })
})

test('fields that lost all but their last names are taken by their places', async () => {
  const file = await joined(
    await filledForm('mentoring-contract', contract, ['meetings.frequency']),
  )
  for (const widget of widgetsOf(file)) widget.delete(PDFName.of('Parent'))
  const { values, oddities } = await read(file)
  expect(values).toMatchObject(contractValues)
  expect(values.meetings).toMatchObject({ frequency: 'monthly' })
  expect(oddities).toEqual([
    'file-repaired: The file was damaged and put together again: its list of fields is missing; glance over the answers',
    "field-renamed: The boxes for 29 questions have other names in this file, such as “Which policy does the partnership come under?”, “Mentee's full name” and “Mentee's work e-mail address”; their answers were taken by their places on the page",
  ])
})

test('what stands on the page counts, and not a copy of its field that no page shows', async () => {
  const file = await filledForm('mentoring-contract', contract)
  const [shown, copy] = copyOf(file, 'resources')
  shown.set(PDFName.of('T'), PDFString.of('resources+1'))
  expect(await read(file)).toMatchObject({ values: contractValues, oddities: expect.any(Array) })
  copy.delete(PDFName.of('V'))
  expect(await read(file)).toMatchObject({ values: contractValues })
})

test('a copy of a field that no page shows is not worth a word', async () => {
  const file = await filledForm('mentoring-contract', contract)
  const [, copy] = copyOf(file, 'resources')
  copy.set(PDFName.of('T'), PDFString.of('resources+1'))
  expect(await read(file)).toMatchObject({ values: contractValues, oddities: [] })
})

test('two boxes in one place that do not agree are told', async () => {
  const file = await filledForm('mentoring-contract', contract)
  const [shown, copy, reference] = copyOf(file, 'resources')
  copy.set(PDFName.of('T'), PDFString.of('resources+1'))
  copy.set(PDFName.of('V'), PDFString.of('Money'))
  const box = file.context.getObjectRef(shown)
  const page = box && file.findPageForAnnotationRef(box)
  page?.node.addAnnot(reference)
  const { oddities } = await read(file)
  expect(oddities).toEqual([
    'value-contradictory: The file says two things for “Resources needed”: “Time” and “Money”; ask which one is meant',
  ])
})

test('a page that is gone is told as a whole', async () => {
  const file = await filledForm('mentoring-contract', contract)
  file.removePage(file.getPageCount() - 1)
  const { oddities } = await read(file)
  expect(oddities).toEqual([
    `page-missing: Page ${file.getPageCount() + 1} of the form is not in the file; ask for the whole form`,
  ])
})

test('a version that is not known here is named', async () => {
  const file = await joined(await filledForm('mentoring-contract', contract))
  const others = definitions.filter(({ id }) => id !== 'mentoring-contract')
  const hash = definitions.find(({ id }) => id === 'mentoring-contract')?.hash.slice(0, 12)
  expect(await refusal(file, { ...known, definitions: others })).toEqual([
    `form-unknown: The pages say that this is “mentoring-contract”, version 2.0.0 (${hash}), and no definition of it is known here; name the folder that has it by --forms`,
  ])
})

test('a form that says nowhere what it is, is told by its fields', async () => {
  const file = await joined(await filledForm('mentoring-contract', contract))
  for (const { node } of file.getPages()) node.delete(PDFName.of('Contents'))
  const { rules } = await read(file)
  expect(rules).toContain('form-guessed')
})

const contractValues = {
  mentee: { name: 'Łukasz Żółć' },
  mentor: { name: 'Ελένη' },
  resources: 'Time',
}

/** A form of the pack with these texts, and the second button of these groups chosen. */
async function filledForm(
  id: string,
  texts: Readonly<Record<string, string>>,
  groups: readonly string[] = [],
): Promise<PDFDocument> {
  const file = await PDFDocument.load(readFileSync(join(pack, `${id}.pdf`)), {
    updateMetadata: false,
  })
  const form = file.getForm()
  for (const [name, text] of Object.entries(texts)) {
    const field = form.getTextField(name)
    field.setText(text)
    // Each program makes the looks of such a field anew.
    for (const { dict } of field.acroField.getWidgets()) dict.delete(PDFName.of('AP'))
  }
  for (const name of groups) {
    const group = form.getRadioGroup(name)
    group.select(group.getOptions()[1] ?? '')
  }
  return file
}

/** The pages of all files in one that says nothing of itself, as programs that join files write it. */
async function joined(...files: readonly PDFDocument[]): Promise<PDFDocument> {
  const all = await PDFDocument.create({ updateMetadata: false })
  for (const file of files) {
    const pages = await all.copyPages(await reloaded(file), file.getPageIndices())
    for (const page of pages) all.addPage(page)
  }
  return all
}

async function reloaded(file: PDFDocument): Promise<PDFDocument> {
  return PDFDocument.load(await saved(file), { updateMetadata: false })
}

function saved(file: PDFDocument): Promise<Uint8Array> {
  return file.save({ updateFieldAppearances: false, addDefaultPage: false })
}

function widgetsOf(file: PDFDocument): PDFDict[] {
  return file.getPages().flatMap(({ node }) => {
    const annotations = node.Annots()?.asArray() ?? []
    return annotations
      .map((annotation) => file.context.lookup(annotation, PDFDict))
      .filter((dict) => dict.get(PDFName.of('Subtype')) === PDFName.of('Widget'))
  })
}

/** A field that is its own widget, and a second one like it that is on no page. */
function copyOf(file: PDFDocument, name: string): [shown: PDFDict, copy: PDFDict, PDFRef] {
  const shown = file.getForm().getTextField(name).acroField.dict
  const copy = shown.clone()
  const reference = file.context.register(copy)
  const form = file.catalog.lookup(PDFName.of('AcroForm'), PDFDict)
  form.lookup(PDFName.of('Fields'), PDFArray).push(reference)
  return [shown, copy, reference]
}

async function read(file: PDFDocument) {
  const outcome = await readForm(await saved(file), { file: 'form.pdf', known })
  if (outcome.status === 'unreadable') throw new Error(JSON.stringify(outcome.messages))
  const { form, values, messages } = outcome.draft
  return {
    id: form.id,
    values,
    rules: messages.map(({ rule }) => rule),
    oddities: messages
      .filter(({ rule }) => !unanswered.has(rule))
      .map(({ rule, message }) => `${rule}: ${message}`),
  }
}

const unanswered = new Set(['value-required', 'value-rule', 'signature-missing'])

async function refusal(file: PDFDocument, forms = known): Promise<string[]> {
  const outcome = await readForm(await saved(file), { file: 'form.pdf', known: forms })
  if (outcome.status === 'read') throw new Error('The file was not refused')
  return outcome.messages.map(({ rule, message }) => `${rule}: ${message}`)
}
