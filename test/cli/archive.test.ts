import {
  cpSync,
  existsSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { basename, join } from 'node:path'
import { PDFDocument, PDFName, PDFString } from 'pdf-lib'
import { beforeAll, expect, test } from 'vitest'
import { readRecords } from '../../src/index.ts'
import { readPageInstructions } from '../../src/pack/stamp/content/instructions.ts'
import { contentOf } from '../../src/pack/stamp/content/page-content.ts'
import { openPdf, readAttachment, readAttachments, readFormFields } from '../../src/pdf/index.ts'
import type { Entry } from '../fillers/filler.ts'
import { pdfjs } from '../fillers/pdfjs.ts'
import { readTaggedFile, textIn } from '../pdfua/file/index.ts'
import { checkPdf } from '../pdfua/index.ts'
import { definitionIn } from '../support/definitions.ts'
import { makeFolder } from '../support/project-copy.ts'
import { runCli } from '../support/run-cli.ts'
import { samplePack } from '../support/sample-pack.ts'
import { readingText } from '../support/tagged-text.ts'
import { signField, updateFile } from '../verify/sign-field.ts'
import { identityOf } from '../verify/signing.ts'

const cwd = makeFolder()
const pack = await samplePack()
const forms = ['--forms', join(pack, 'forms')]
const path = (id: string, form: string) => join('records', form, 'archive', `${id}.pdf`)
const text = (name: string, value: string): Entry => ({ name, kind: 'text', value })
const ticked = (name: string): Entry => ({ name, kind: 'checkbox', state: 'yes', on: true })

const CONTRACT = 'mentoring-contract'
const names = 'Şükrü Ağaoğlu محمد 李小龍 Жанна'
const definition = definitionIn(pack, CONTRACT)
/** Far more than its box holds. */
const long = 'A long answer that goes on and on. '.repeat(40).trim()
const answers: Entry[] = [
  text('mentee.name', names),
  text('mentor.name', 'Ελένη Nguyễn'),
  text('partnership.start', '3/4/2027'),
  text('partnership.end', '31/2/2028'),
  text('actions.1.goal', long),
  ...['actions.1.done', 'goals.menteeAgrees', 'goals.mentorAgrees'].map(ticked),
]

beforeAll(async () => {
  const filled = await fill(CONTRACT, answers)
  const drawn = await updateFile(filled, drawSignature)
  const signed = await signField(drawn, 'mentor.signature', await identityOf('Ελένη Nguyễn'))
  writeFileSync(join(cwd, 'contract.pdf'), signed)
  const training = [text('participant.name', names), text('period.year', '2027')]
  writeFileSync(join(cwd, 'first.pdf'), await fill('training-record', training))
  const later = [...training, text('recorder.name', 'Ada')]
  writeFileSync(join(cwd, 'second.pdf'), await fill('training-record', later))
  writeFileSync(join(cwd, 'answers.pdf'), await fill('equality-monitoring', []))
  const files = ['contract.pdf', 'first.pdf', 'second.pdf', 'answers.pdf']
  await runCli(['import', ...files, ...forms], { cwd })
}, 60_000)

test('a record becomes a flattened form that conforms, with the record inside', async () => {
  const record = recordOf(await listed('contract.pdf'), CONTRACT)
  const run = await runCli(['archive', 'contract.pdf', ...forms], { cwd })
  const place = path(record.id, CONTRACT)
  expect(run).toEqual({
    code: 0,
    stdout: `Mentoring contract, record ${record.id}, in ${place}\n`,
    stderr: '',
  })
  const bytes = bytesOf(place)
  if (process.platform !== 'win32') expect(statSync(join(cwd, place)).mode & 0o777).toBe(0o600)
  expect(await checkPdf(bytes)).toEqual([])
  const pdf = openPdf(bytes)
  expect(readFormFields(pdf).fields).toEqual([])
  const held = readAttachments(pdf).map(
    (one) => [one.name, readAttachment(pdf, one).bytes] as const,
  )
  expect(held.map(([name]) => name)).toEqual(['record.json', 'signed-original.pdf'])
  expect(JSON.parse(Buffer.from(held[0]![1]).toString())).toEqual(record)
  expect(Buffer.from(held[1]![1]).equals(bytesOf('contract.pdf'))).toBe(true)

  const read = await readingText(bytes)
  expect(read).toContain('This record is incomplete')
  expect(read).toMatch(/digital, by “Ελένη Nguyễn”, dated 3 April 2026\. It was checked on /)
  expect(read).toContain(`is the file that proves it`)
  expect(read).toContain('31/2/2028')
  expect(read.replace(/\s/g, '')).toContain(long.replace(/\s/g, ''))
  const shown = await shownTexts(bytes)
  expect(shown).toEqual(expect.arrayContaining([names, 'Ελένη Nguyễn', '✓', '3/4/2027']))
  expect(shown.join('\n')).toContain('Signed digitally by Ελένη Nguyễn on 2026-04-03')
  expect(await picturesIn(bytes)).toEqual(["Drawn signature: Mentee's signature"])

  await runCli(['archive', record.id.slice(0, 8), ...forms], { cwd })
  expect(Buffer.from(bytesOf(place)).equals(bytes)).toBe(true)
})

test('where the blank form is gone, the file that came back is made one to keep', async () => {
  const empty = makeFolder()
  const args = ['archive', 'contract.pdf', '--forms', empty, '--output', 'from-original.pdf']
  expect(await runCli(args, { cwd })).toMatchObject({ code: 0, stderr: '' })
  expect(await checkPdf(bytesOf('from-original.pdf'))).toEqual([])
  expect(await readingText(bytesOf('from-original.pdf'))).toContain('the form as it came back')

  cpSync(join(cwd, 'records'), join(empty, 'records'), { recursive: true })
  rmSync(join(empty, 'records', CONTRACT, 'originals'), { recursive: true })
  expect(await runCli(['archive', 'contract.pdf'], { cwd: empty })).toMatchObject({
    code: 2,
    stderr: expect.stringContaining(
      'The blank form `mentoring-contract`, version 2.0.0, that the record was read by is not here; name',
    ),
  })
})

test('of several records each is archived whatever becomes of another, and one that another one replaced says so', async () => {
  const [first, second] = [await listed('first.pdf'), await listed('second.pdf')]
  const run = await runCli(['archive', first, 'nobody.pdf', second, ...forms], { cwd })
  expect(run).toMatchObject({
    code: 2,
    stderr: expect.stringMatching(/^There is no record `nobody.pdf`/),
  })
  expect(run.stdout).toMatch(/\n2 of 3 records\n$/)
  const read = await readingText(bytesOf(path(first, 'training-record')))
  expect(read).toContain(`This record does not count any more: record ${second}, imported on`)
  const later = await readingText(bytesOf(path(second, 'training-record')))
  expect(later).toContain(`Counts in place of record ${first}`)
})

test('what cannot be archived is told, and nothing that is there is touched', async () => {
  const anonymous = await runCli(['archive', 'equality-monitoring'], { cwd })
  expect(anonymous).toMatchObject({ code: 2, stdout: '' })
  expect(anonymous.stderr).toMatch(/^The forms of `equality-monitoring` are anonymous: only their/)
  expect(await runCli(['archive', 'nobody.pdf'], { cwd })).toMatchObject({
    code: 2,
    stderr: expect.stringContaining(
      'There is no record `nobody.pdf` in records; `policypack records`',
    ),
  })
  const output = [...forms, '--output', 'first.pdf']
  expect(await runCli(['archive', 'second.pdf', ...output], { cwd })).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('first.pdf is there already and stays as it is'),
  })
  expect(await runCli(['archive', 'first.pdf', 'second.pdf', ...output], { cwd })).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('With `--output` one record is archived at a time'),
  })
})

test('nothing is written behind a link that leads out of the records', async () => {
  const elsewhere = makeFolder()
  const id = await listed('second.pdf')
  const folder = join(cwd, 'records', 'training-record', 'archive')
  rmSync(folder, { recursive: true, force: true })
  symlinkSync(elsewhere, folder, 'dir')
  expect(await runCli(['archive', id, ...forms], { cwd })).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('a symbolic link that leads out of'),
  })
  expect(existsSync(join(elsewhere, `${id}.pdf`))).toBe(false)
  rmSync(folder)
})

function fill(form: string, entries: readonly Entry[]): Promise<Uint8Array> {
  return pdfjs.fill(new Uint8Array(readFileSync(join(pack, `${form}.pdf`))), entries)
}

/** A signature drawn with a pen of a PDF program: an appearance with lines and a picture, and text in no font of the file. */
function drawSignature(pdf: PDFDocument): void {
  const { context } = pdf
  const { page: index, rect } = definition.widgets.find(({ name }) => name === 'mentee.signature')!
  const [left, bottom] = rect
  const page = pdf.getPage(index)
  const picture = context.register(
    context.flateStream(new Uint8Array(12).fill(90), {
      Type: 'XObject',
      Subtype: 'Image',
      Width: 2,
      Height: 2,
      BitsPerComponent: 8,
      ColorSpace: 'DeviceRGB',
    }),
  )
  const appearance = context.register(
    context.stream(
      'q 0.1 0.2 0.6 RG 2 w 0 0 m 40 30 l 80 0 l S Q q 20 0 0 20 90 5 cm /Im Do Q BT /F 9 Tf (x) Tj ET',
      {
        Type: 'XObject',
        Subtype: 'Form',
        BBox: [0, 0, 120, 36],
        Resources: { XObject: { Im: picture } },
      },
    ),
  )
  const ink = context.obj({
    Type: 'Annot',
    Subtype: 'Ink',
    Rect: [left, bottom, left + 120, bottom + 36],
    InkList: [[left, bottom, left + 40, bottom + 30]],
    F: 4,
    AP: { N: appearance },
    T: PDFString.of('Somebody'),
  })
  const annotations = page.node.Annots()!
  annotations.push(context.register(ink))
}

/** The id of the record that was read from a file. */
async function listed(file: string): Promise<string> {
  for await (const record of readRecords(join(cwd, 'records')))
    if ('source' in record && basename(record.source.file) === basename(file)) return record.id
  return ''
}

function recordOf(id: string, form: string) {
  return JSON.parse(readFileSync(join(cwd, 'records', form, `${id}.json`), 'utf8'))
}

function bytesOf(file: string): Uint8Array {
  return new Uint8Array(readFileSync(join(cwd, file)))
}

/** What the answers on the pages say to those who do not see them. */
async function shownTexts(bytes: Uint8Array): Promise<string[]> {
  const file = await PDFDocument.load(bytes, { updateMetadata: false })
  return file
    .getPages()
    .flatMap((page) => [...readPageInstructions(contentOf(page))])
    .filter(({ operator }) => operator === 'BDC')
    .flatMap(({ open }) => open.at(-1)?.actualText ?? [])
}

async function picturesIn(bytes: Uint8Array): Promise<string[]> {
  const { structure } = await readTaggedFile(bytes)
  return structure.elements
    .filter(({ dict }) => dict.get(PDFName.of('S')) === PDFName.of('Figure'))
    .map(({ dict }) => textIn(dict, 'Alt') ?? '')
}
