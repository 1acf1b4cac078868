import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PDFDocument } from 'pdf-lib'
import { beforeAll, describe, expect, test } from 'vitest'
import { type AdoptedForm, adoptedDefinition } from '../../src/contracts/adopted-form.ts'
import { adoptForm, type FormRecord, type ImportResult, importForms } from '../../src/index.ts'
import type { FormDefinition } from '../../src/model/form.ts'
import type { Entry, Filler } from '../fillers/filler.ts'
import { mupdf } from '../fillers/mupdf.ts'
import { pdfium } from '../fillers/pdfium.ts'
import { pdfjs } from '../fillers/pdfjs.ts'
import { pdftk } from '../fillers/pdftk.ts'
import { pikepdf } from '../fillers/pikepdf.ts'
import { poppler } from '../fillers/poppler.ts'
import { pdfLib } from '../flatteners/pdf-lib.ts'
import { qpdf } from '../flatteners/programs.ts'
import { isHere } from '../support/programs.ts'
import { makeFolder } from '../support/project-copy.ts'
import { officeForm } from './office-form.ts'
import { claimForm, libraryForm, listForm, serverForm } from './pdf-forms.ts'

const fillers: readonly Filler[] = [pdfium, pdfjs, pdftk, poppler, mupdf, pikepdf]

/** Forms of others, each with what is filled in by the label of the question, and what the record is to say. */
const forms: Readonly<Record<string, Maker>> = {
  'a form of a library': {
    isHere: true,
    // Poppler 22.12 breaks down on it.
    not: [poppler],
    make: libraryForm,
    answers: {
      'Name of borrower': 'Zoë Lindqvist',
      'Staff number': '0042',
      'E-mail address': 'zoe@example.org',
      'Date on which the equipment comes back': '3/4/27',
      'How many items': '1,200',
      Condition: 'Good',
      'I have insurance of my own': true,
      'I shall bring everything back as I had it': true,
      Signed: 'Z. Lindqvist',
    },
    values: {
      nameBorrower: 'Zoë Lindqvist',
      staffNumber: '0042',
      eMailAddress: 'zoe@example.org',
      dateWhichEquipmentComes: '2027-04-03',
      howManyItems: 1200,
      condition: 'good',
      insuranceOwn: true,
      beenTrainedUse: false,
      shallBringEverythingBack: true,
      signed: 'Z. Lindqvist',
      date: null,
    },
  },
  'a form of a server': {
    isHere: isHere('python3 with reportlab'),
    make: serverForm,
    answers: {
      'Full name': 'Ada Okafor',
      'E-mail': 'ada@example.org',
      'First day of leave (date)': '1 May 2027',
      'Number of days': '5',
      'Kind of leave': 'Annual',
      'My manager has agreed to this': true,
    },
    values: {
      fullName: 'Ada Okafor',
      eMail: 'ada@example.org',
      firstDayLeaveDate: '2027-05-01',
      numberDays: 5,
      department: 'care',
      kindLeave: 'annual',
      managerAgreed: true,
      reason: null,
    },
  },
  'a form with a box for each answer and a table': {
    isHere: isHere('python3 with reportlab'),
    make: claimForm,
    answers: { Name: 'Ada Okafor', 'Tuesday: End': '17:30' },
    byName: {
      Check2: true,
      Check5: true,
      C6: true,
      C8: true,
      T20: '1/5/27',
      T21: 'Leeds',
      T23: '41.5',
      T24: '2 May 2027',
      T26: 'York',
      D1: true,
    },
    values: {
      name: 'Ada Okafor',
      kindContract: 'temporary',
      claimedBefore: 'no',
      howTravelTickAll: ['train', 'own-car'],
      journeys: [
        { date: '2027-05-01', from: 'Leeds', to: null, miles: 41.5 },
        { date: '2027-05-02', from: null, to: 'York', miles: null },
      ],
      tuesdayEnd: '17:30',
    },
  },
  'a form of LibreOffice': {
    isHere: isHere('soffice'),
    make: officeForm,
    answers: {
      'Full name': 'Tomás Okafor',
      'Date of birth': '7 June 1990',
      'Hours a week': '4',
      'I am over eighteen': true,
    },
    values: {
      fullName: 'Tomás Okafor',
      dateBirth: '1990-06-07',
      hoursWeek: 4,
      amOverEighteen: true,
      drivingLicence: false,
    },
  },
}

interface Maker {
  readonly isHere: boolean
  readonly not?: readonly Filler[]
  readonly make: () => Uint8Array | Promise<Uint8Array>
  readonly answers: Readonly<Record<string, string | true>>
  /** The same by the names of the fields in the PDF. */
  readonly byName?: Readonly<Record<string, string | true>>
  readonly values: Readonly<Record<string, unknown>>
}

interface Project {
  readonly folder: string
  readonly config: string
  readonly blank: Uint8Array
  readonly definition: FormDefinition
}

async function adopted(make: Maker['make']): Promise<Project> {
  const blank = new Uint8Array(await make())
  const folder = makeFolder({
    'blank.pdf': blank,
    'org.config.json': '{"organisation":{"name":"Fernhill Clinic","locale":"en-GB"}}',
  })
  const config = join(folder, 'org.config.json')
  const { file } = await adoptForm({ config, source: join(folder, 'blank.pdf') })
  const form: AdoptedForm = JSON.parse(readFileSync(file, 'utf8'))
  const definition = adoptedDefinition(form, blank, {
    organisation: 'Fernhill Clinic',
    locale: 'en-GB',
  })
  if (typeof definition === 'string') throw new Error(definition)
  return { folder, config, blank, definition }
}

/** What programs are to put into the fields of the original form. */
function entriesOf(
  { definition }: Project,
  answers: Maker['answers'],
  byName: NonNullable<Maker['byName']> = {},
): Entry[] {
  const { original = [], fields, widgets } = definition
  const named = Object.entries(byName).map(([name, value]): Entry => {
    if (value !== true) return { name, kind: 'text', value }
    const [state = ''] = original.find((one) => one.name === name)?.values[0] ?? []
    return { name, kind: 'checkbox', state, on: true }
  })
  const asked = Object.entries(answers).map(([label, answer]): Entry => {
    const field = fields.find((one) => one.label === label)
    const there = original.find(({ is }) => is === field?.name)
    if (!field || !there) throw new Error(`No question ${label}`)
    const { name } = there
    if (answer === true)
      return { name, kind: 'checkbox', state: there.values[0]?.[0] ?? '', on: true }
    if (field.type !== 'choice') return { name, kind: 'text', value: answer }
    const own = field.options.find((option) => option.label === answer)?.state ?? ''
    const state = there.values.find(([, state]) => state === own)?.[0] ?? ''
    const rect = widgets.find((widget) => widget.name === field.name && widget.state === own)?.rect
    if (!rect) throw new Error(`No button ${answer}`)
    return { name, kind: 'radio', state, rect: [...rect] }
  })
  return [...asked, ...named]
}

async function imported(
  { folder, config }: Project,
  pdf: Uint8Array,
): Promise<{ result: ImportResult; record: FormRecord | undefined }> {
  writeFileSync(join(folder, 'filled.pdf'), pdf)
  const results: ImportResult[] = []
  await importForms({
    paths: [join(folder, 'filled.pdf')],
    config,
    onResult: (one) => results.push(one),
  })
  const [result] = results
  if (!result) throw new Error('Nothing was imported')
  return { result, record: 'record' in result ? result.record : undefined }
}

describe.each(Object.entries(forms))(
  '%s',
  (_, { isHere: isMade, not = [], make, answers, byName, values }) => {
    let project: Project

    beforeAll(async () => {
      if (isMade) project = await adopted(make)
    })

    test.skipIf(!isMade).each(fillers.filter((one) => !not.includes(one)))(
      'completed by $name imports with exact values',
      async (filler) => {
        if (!filler.available()) return
        const { result, record } = await imported(
          project,
          await filler.fill(project.blank, entriesOf(project, answers, byName)),
        )
        expect(result.messages.filter(({ severity }) => severity === 'error')).toEqual([])
        expect(record?.form.title).toBe(project.definition.title)
        expect(record?.values).toMatchObject(values)
        expect(record?.source.method).toBe('fields')
      },
    )

    test.skipIf(!isMade).each([pdfLib, qpdf])(
      'a copy without fields, flattened by $name, is read from its pages or told as uncertain, and never wrong',
      async (flattener) => {
        if (!flattener.available()) return
        const filled = await pdfium.fill(project.blank, entriesOf(project, answers, byName))
        const { result, record } = await imported(project, await flattener.flatten(filled))
        const doubted = new Set(result.messages.flatMap(({ field }) => field ?? []))
        const wrong = Object.entries(values).filter(
          ([name, value]) =>
            !doubted.has(name) && JSON.stringify(record?.values[name]) !== JSON.stringify(value),
        )
        expect([result.status, record?.source.method, wrong]).toEqual([
          expect.not.stringMatching('rejected'),
          'flattened',
          [],
        ])
      },
    )
  },
)

test('what the adopted form says is checked as in forms of the pack', async () => {
  const project = await adopted(libraryForm)
  const entries = entriesOf(project, {
    'Date on which the equipment comes back': '31/13/2027',
    'E-mail address': 'zoe at home',
  })
  const { result } = await imported(project, await pdfium.fill(project.blank, entries))
  expect(result.status).toBe('incomplete')
  expect(
    result.messages.map(({ rule, field }) => `${rule} ${field}`).sort(),
  ).toMatchInlineSnapshot(`
    [
      "value-required nameBorrower",
      "value-type dateWhichEquipmentComes",
      "value-type eMailAddress",
    ]
  `)
})

test.skipIf(!isHere('python3 with reportlab'))(
  'two boxes of one question that are both ticked are told',
  async () => {
    const project = await adopted(claimForm)
    const entries = entriesOf(project, {}, { Check4: true, Check5: true })
    const { result } = await imported(project, await pdfium.fill(project.blank, entries))
    expect(result.messages.map(({ rule, field }) => `${rule} ${field}`)).toContain(
      'value-option claimedBefore',
    )
  },
)

/** Programs that choose several of a list, and write what is not on another. */
const choosers: Readonly<Record<string, (blank: Uint8Array) => Promise<Uint8Array>>> = {
  async 'pdf-lib'(blank) {
    const pdf = await PDFDocument.load(blank)
    pdf.getForm().getOptionList('lstDays').select(['Monday', 'Saturday'])
    pdf.getForm().getDropdown('cboSite').select('Harbour')
    return pdf.save()
  },
  async 'pdf.js'(blank) {
    const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs')
    const task = getDocument({ data: blank.slice(), verbosity: 0 })
    const document = await task.promise
    const fields = await document.getFieldObjects()
    for (const [name, value] of [
      ['lstDays', ['Monday', 'Saturday']],
      ['cboSite', 'Harbour'],
    ] as const) {
      const places = (fields?.get(name) ?? []) as { id?: string }[]
      for (const { id } of places) if (id) document.annotationStorage.setValue(id, { value })
    }
    return document.saveDocument()
  },
}

test.each(Object.entries(choosers))(
  'of a list several are chosen, and in another something else is written, by %s',
  async (_, choose) => {
    const project = await adopted(listForm)
    const { result, record } = await imported(project, await choose(project.blank))
    expect(result.messages).toEqual([])
    expect(record?.values).toEqual({ daysWhichCanHelp: ['monday', 'saturday'], site: 'Harbour' })
  },
)

test('of a flattened copy nobody can tell what was chosen of a list', async () => {
  const project = await adopted(listForm)
  const filled = await choosers['pdf-lib']!(project.blank)
  const { result, record } = await imported(project, await pdfLib.flatten(filled))
  expect(result.status).toBe('incomplete')
  const told = result.messages.map(({ rule, field }) => `${rule} ${field}`)
  expect(told).toContain('field-missing daysWhichCanHelp.monday')
  expect(told).toContain('value-uncertain site')
  expect(record?.values.daysWhichCanHelp).toEqual([])
})

test('forms with the same names of fields are told apart by their words, and others are refused with the way out', async () => {
  const project = await adopted(libraryForm)
  const other = await PDFDocument.load(project.blank)
  const stranger = await PDFDocument.create()
  const page = stranger.addPage([595, 842])
  page.drawText('Key register of the caretaker, to be handed in on Fridays', {
    x: 50,
    y: 700,
    size: 11,
  })
  for (const field of other.getForm().getFields())
    stranger
      .getForm()
      .createTextField(field.getName())
      .addToPage(page, { x: 50, y: 600, width: 80, height: 20 })
  const { result } = await imported(project, await stranger.save())
  expect(result.status).toBe('rejected')
  expect(result.messages[0]?.message).toMatch(/policypack read.*policypack adopt/)
})

/** Slips that people make when they edit what a form asks, and what they are told. */
const slips: Readonly<Record<string, readonly [from: string, to: string, says: RegExp]>> = {
  'a comma too much': ['"questions": [', '"questions": [,', /it is no JSON/],
  'a type that does not fit': [
    '"type":"email"',
    '"type":"checkbox"',
    /`E-mail address` has the type `checkbox`, expected one of/,
  ],
  'a type that there is not': ['"type":"email"', '"type":"emial"', /expected one of/],
  'a field that is not there': ['f1_02[0]"', 'f9_99[0]"', /the PDF has no field/],
  'a name with a space': ['"name":"site"', '"name":"the site"', /`name` is not as expected/],
  'a name twice': ['"name":"site"', '"name":"date"', /two questions have the name `date`/],
  'a PDF that is not there': [
    'equipment-loan-form.pdf',
    'another.pdf',
    /blank PDF `another.pdf` is not beside it/,
  ],
  'a PDF elsewhere': ['equipment-loan-form.pdf', '../../secret.pdf', /`pdf` is not as expected/],
}

test.each(Object.entries(slips))('%s is told with its place', async (_, [from, to, says]) => {
  const project = await adopted(libraryForm)
  const path = join(project.folder, 'forms', 'equipment-loan-form.json')
  const text = readFileSync(path, 'utf8')
  expect(text).toContain(from)
  writeFileSync(path, text.replace(from, to))
  writeFileSync(join(project.folder, 'filled.pdf'), project.blank)
  const { messages } = await importForms({
    paths: [join(project.folder, 'filled.pdf')],
    config: project.config,
    dryRun: true,
  })
  expect(messages.map(({ rule }) => rule)).toContain('definition-unreadable')
  expect(messages.map(({ message }) => message).join()).toMatch(says)
})

test('labels and types that people edit are those of the records', async () => {
  const project = await adopted(libraryForm)
  const path = join(project.folder, 'forms', 'equipment-loan-form.json')
  const text = readFileSync(path, 'utf8')
  writeFileSync(
    path,
    text
      .replace(
        '"name":"staffNumber","label":"Staff number","type":"text","maxLength":8',
        '"name":"staff","label":"Number of the member of staff","type":"number"',
      )
      .replace('"label":"Good"', '"label":"As good as new"'),
  )
  const entries = entriesOf(project, {
    'Name of borrower': 'Ada',
    'Staff number': '0042',
    Condition: 'Good',
  })
  const { result, record } = await imported(project, await pdfium.fill(project.blank, entries))
  expect(result.messages).toEqual([])
  expect(record?.values).toMatchObject({ staff: 42, condition: 'good' })
})

test('nothing is overwritten, and what has no fields says what can be done', async () => {
  const project = await adopted(libraryForm)
  const options = { config: project.config, source: join(project.folder, 'blank.pdf') }
  await expect(adoptForm(options)).rejects.toThrow(/is there already and stays as it is/)
  const flat = await PDFDocument.create()
  flat.addPage().drawText('Name, address, and whatever else a form asks for', { x: 50, y: 700 })
  writeFileSync(join(project.folder, 'flat.pdf'), await flat.save())
  await expect(adoptForm({ ...options, source: join(project.folder, 'flat.pdf') })).rejects.toThrow(
    /has no fields; adopt the Word file/,
  )
})
