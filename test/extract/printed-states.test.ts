import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PDFDict, PDFDocument, PDFName, PDFString } from 'pdf-lib'
import { expect, test } from 'vitest'
import { readDefinition } from '../../src/contracts/definition.ts'
import { readForm } from '../../src/forms/read-form.ts'
import type { KnownForms } from '../../src/model/extraction.ts'
import { definitionsIn } from '../support/definitions.ts'
import { samplePack } from '../support/sample-pack.ts'

const pack = await samplePack()
const known: KnownForms = {
  definitions: definitionsIn(pack),
  publishedHashes: new Set(),
}

// The third button of five is called 2, which would else be read as the answer 2.
test.each([
  ['a name', PDFName.of('2')],
  ['an export value', PDFString.of('third')],
])('a button with another name, chosen by %s, is taken by its place', async (_, value) => {
  const pdf = await renameButtons('ratings.listening', value)
  const read = await readForm(pdf, { file: 'form.pdf', known })
  if (read.status === 'unreadable') throw new Error('The file cannot be read')
  expect(read.draft.values.ratings).toMatchObject({ listening: 3 })
  expect(read.draft.messages.filter(({ field }) => field === 'ratings.listening')).toEqual([])
})

test('a button with another name in another place is not certain', async () => {
  const pdf = await renameButtons('ratings.listening', PDFName.of('2'), 8)
  const read = await readForm(pdf, { file: 'form.pdf', known })
  if (read.status === 'unreadable') throw new Error('The file cannot be read')
  const rules = read.draft.messages
    .filter(({ field }) => field === 'ratings.listening')
    .map(({ rule }) => rule)
  expect(rules).toEqual(['form-altered', 'value-uncertain'])
  expect(read.draft.status).toBe('incomplete')
})

test.each([
  ['shown', 2, 3, []],
  ['not shown', -1, 1, ['value-contradictory', 'value-option', 'value-uncertain']],
])('of buttons that share a name, the one that is %s', async (_, shown, listening, told) => {
  const pdf = await shareName('ratings.listening', shown)
  const read = await readForm(pdf, { file: 'form.pdf', known })
  if (read.status === 'unreadable') throw new Error('The file cannot be read')
  const messages = read.draft.messages.filter(({ field }) => field === 'ratings.listening')
  expect(messages.map(({ rule }) => rule)).toEqual(told)
  if (told.length === 0) expect(read.draft.values.ratings).toMatchObject({ listening })
})

/** Gives all buttons of a group one on-state, of which one is shown. */
async function shareName(name: string, shown: number): Promise<Uint8Array> {
  const file = await PDFDocument.load(
    readFileSync(join(pack, 'coaching-competency-assessment.pdf')),
  )
  const group = file.getForm().getRadioGroup(name).acroField
  for (const [index, widget] of group.getWidgets().entries()) {
    const states = widget.dict.lookup(PDFName.of('AP'), PDFDict).lookup(PDFName.of('N'), PDFDict)
    for (const key of states.keys()) if (key !== PDFName.of('Off')) states.delete(key)
    states.set(PDFName.of('chosen'), file.context.obj({}))
    widget.dict.set(PDFName.of('AS'), PDFName.of(index === shown ? 'chosen' : 'Off'))
  }
  group.dict.set(PDFName.of('V'), PDFName.of('chosen'))
  return file.save({ updateFieldAppearances: false })
}

test('choices that read otherwise in the file are told, and taken by what people saw', async () => {
  // All lists of the pack are buttons today; those of this form were not.
  const earlier = join(import.meta.dirname, '../earlier-forms')
  const form = readDefinition(
    JSON.parse(readFileSync(join(earlier, 'forms/goal-setting-record.form.json'), 'utf8')),
  )
  const offer = async (options: readonly (readonly [string, string])[], value: string) => {
    const file = await PDFDocument.load(
      readFileSync(join(earlier, 'completed/goal-setting-record-poppler.pdf')),
    )
    const { dict } = file.getForm().getDropdown('period.quarter').acroField
    const pairs = options.map((pair) => pair.map((text) => PDFString.of(text)))
    dict.set(PDFName.of('Opt'), file.context.obj(pairs))
    dict.set(PDFName.of('V'), PDFString.of(value))
    dict.delete(PDFName.of('AP'))
    const pdf = await file.save({ updateFieldAppearances: false })
    const definitions = form ? [form] : []
    const read = await readForm(pdf, { file: 'form.pdf', known: { ...known, definitions } })
    if (read.status === 'unreadable') throw new Error('The file cannot be read')
    const { values, messages } = read.draft
    const told = messages.filter(({ field }) => field === 'period.quarter')
    return [values.period, told.map(({ rule }) => rule)]
  }
  const quarter = (value: string) => expect.objectContaining({ quarter: value })
  expect(await offer([['o1', 'April to June']], 'o1')).toEqual([quarter('second'), []])
  expect(await offer([['third', 'April to June']], 'third')).toEqual([
    quarter('third'),
    ['value-uncertain'],
  ])
})

/** Names the on-states of a group by their indexes, as some programs do, and chooses the third. */
async function renameButtons(
  name: string,
  value: PDFName | PDFString,
  shift = 0,
): Promise<Uint8Array> {
  const file = await PDFDocument.load(
    readFileSync(join(pack, 'coaching-competency-assessment.pdf')),
  )
  const group = file.getForm().getRadioGroup(name).acroField
  for (const [index, widget] of group.getWidgets().entries()) {
    const states = widget.dict.lookup(PDFName.of('AP'), PDFDict).lookup(PDFName.of('N'), PDFDict)
    const [on] = states.keys().filter((key) => key !== PDFName.of('Off'))
    if (!on) throw new Error('The button has no on-state')
    states.set(PDFName.of(String(index)), states.get(on) ?? file.context.obj({}))
    states.delete(on)
    const { x, y, width, height } = widget.getRectangle()
    widget.setRectangle({ x: x + shift, y, width, height })
    widget.dict.set(PDFName.of('AS'), PDFName.of(index === 2 ? '2' : 'Off'))
  }
  const exported = ['first', 'second', 'third', 'fourth', 'fifth'].map((text) => PDFString.of(text))
  group.dict.set(PDFName.of('Opt'), file.context.obj(exported))
  group.dict.set(PDFName.of('V'), value)
  return file.save({ updateFieldAppearances: false })
}
