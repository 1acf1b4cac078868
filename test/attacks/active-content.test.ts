import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PDFArray, type PDFDict, PDFDocument, PDFName, type PDFObject, PDFString } from 'pdf-lib'
import { beforeAll, expect, test } from 'vitest'
import { importForms } from '../../src/forms/import.ts'
import { type FormRead, readForm } from '../../src/forms/read-form.ts'
import type { FormDefinition } from '../../src/model/form.ts'
import type { ImportResult } from '../../src/model/record.ts'
import { openPdf, readActiveContent, readAllAttachments } from '../../src/pdf/index.ts'
import { hasQpdf, qpdf } from '../extract/support/qpdf.ts'
import { pdfjs } from '../fillers/pdfjs.ts'
import { compare } from '../renderers/compare.ts'
import { pdfium } from '../renderers/pdfium.ts'
import type { Picture } from '../renderers/picture.ts'
import { answersFor } from '../support/answers.ts'
import { definitionIn } from '../support/definitions.ts'
import { filesIn } from '../support/files-in.ts'
import { makeFolder } from '../support/project-copy.ts'
import { samplePack } from '../support/sample-pack.ts'

/** What a hostile file wants to happen; nothing of it may be in a cleaned copy. */
const EVIL = 'evil-example'

const pack = await samplePack()
const form = definitionOf('mentoring-evaluation')
let completed: Uint8Array

beforeAll(async () => {
  completed = await completedForm(form)
})

/** All commands, with what each is told as. */
const commands: Readonly<Record<string, readonly [Record<string, unknown>, string]>> = {
  JavaScript: [{ JS: text(EVIL) }, 'a script (JavaScript)'],
  Launch: [{ F: text(EVIL) }, 'a command that starts a program'],
  SubmitForm: [{ F: { FS: 'URL', F: text(EVIL) } }, 'a button or command that sends the answers'],
  ImportData: [{ F: text(EVIL) }, 'a command that fetches answers'],
  ResetForm: [{ Fields: [text(EVIL)] }, 'a command that empties answers'],
  Hide: [{ T: text(EVIL) }, 'a command that changes what is shown'],
  URI: [{ URI: text(EVIL) }, 'a command that opens a web address'],
  GoToR: [{ F: text(EVIL), D: [0, 'Fit'] }, 'a command that opens another file'],
  GoToE: [{ F: text(EVIL), T: { R: 'C', N: text(EVIL) } }, 'a command that opens another file'],
  Thread: [{ F: text(EVIL) }, 'a command that opens another file'],
  Rendition: [{ OP: 0, JS: text(EVIL) }, 'film or sound'],
  Movie: [{ T: text(EVIL) }, 'film or sound'],
  Sound: [{ Sound: { EVIL: text(EVIL) } }, 'film or sound'],
  RichMediaExecute: [{ CMD: { C: text(EVIL) } }, 'film or sound'],
}

/** All places where a command waits. */
const places: Readonly<Record<string, (pdf: PDFDocument, command: PDFObject) => void>> = {
  'when it is opened': ({ catalog }, command) => catalog.set(name('OpenAction'), command),
  'when it is closed or printed': (pdf, command) =>
    pdf.catalog.set(name('AA'), pdf.context.obj({ WC: command, WP: command })),
  'behind another command': (pdf, command) =>
    pdf.catalog.set(name('OpenAction'), pdf.context.obj({ S: 'GoTo', D: [0], Next: [command] })),
  'when a page is turned': (pdf, command) =>
    pdf.getPage(0).node.set(name('AA'), pdf.context.obj({ O: command })),
  'when a field is entered': (pdf, command) =>
    fieldOf(pdf).set(name('AA'), pdf.context.obj({ Fo: command, K: command })),
  'when a field is clicked': (pdf, command) => fieldOf(pdf).set(name('A'), command),
  'in an annotation': (pdf, command) =>
    annotate(pdf, { Subtype: 'Link', AA: { E: command }, PA: command, A: command }),
  'in a bookmark': (pdf, command) => {
    const outlines = pdf.context.obj({ Type: 'Outlines', Count: 1 })
    const item = pdf.context.register(
      pdf.context.obj({ Title: text('Here'), A: command, AA: { X: command } }),
    )
    outlines.set(name('First'), item)
    outlines.set(name('Last'), item)
    pdf.catalog.set(name('Outlines'), pdf.context.register(outlines))
  },
  'by a name': (pdf, command) =>
    pdf.catalog.set(
      name('Names'),
      pdf.context.obj({ JavaScript: { Names: [text('a'), command] }, AA: { X: command } }),
    ),
}

const cases = [
  ...Object.keys(commands).map((kind) => [kind, 'when it is opened'] as const),
  ...Object.keys(places).map((place) => ['JavaScript', place] as const),
]

test.each(cases)('a command of the kind %s that waits %s', async (kind, place) => {
  const [more, told] = commands[kind]!
  const read = await readAfter((pdf) => {
    const { context } = pdf
    places[place]!(pdf, context.register(context.obj({ S: kind, ...(more as object) })))
  })
  await expectClean(read, told)
})

test.each<[string, (pdf: PDFDocument) => void, string]>([
  [
    'a film in the page',
    (pdf) => annotate(pdf, { Subtype: 'RichMedia', RichMediaContent: { A: text(EVIL) } }),
    'film or sound',
  ],
  [
    'a screen with a film',
    (pdf) => annotate(pdf, { Subtype: 'Screen', MK: {}, A: { S: 'Rendition', R: text(EVIL) } }),
    'film or sound',
  ],
  [
    'a link to a file',
    (pdf) =>
      annotate(pdf, { Subtype: 'Link', A: { S: 'URI', URI: text(`file:///c:/${EVIL}.exe`) } }),
    'a command that opens a web address or file',
  ],
  ['a model', (pdf) => annotate(pdf, { Subtype: '3D', '3DD': { X: text(EVIL) } }), 'a model'],
  [
    'a file behind a paper clip',
    (pdf) => {
      const stream = pdf.context.register(pdf.context.stream(EVIL))
      const FS = { Type: 'Filespec', F: text(`${EVIL}.exe`), EF: { F: stream } }
      annotate(pdf, { Subtype: 'FileAttachment', FS })
    },
    `attached files, such as “${EVIL}.exe”`,
  ],
  [
    'a file that belongs to a page',
    (pdf) => {
      const stream = pdf.context.register(pdf.context.stream(EVIL))
      const file = { Type: 'Filespec', F: text(`${EVIL}.exe`), EF: { F: stream } }
      pdf.getPage(0).node.set(name('AF'), pdf.context.obj([file]))
    },
    `attached files, such as “${EVIL}.exe”`,
  ],
  [
    'a second form with a script',
    (pdf) => {
      const xfa = `<template><subform><event><script>${EVIL}</script></event></subform></template>`
      const stream = pdf.context.register(pdf.context.stream(xfa))
      pdf.getForm().acroForm.dict.set(name('XFA'), stream)
    },
    'a second form with a script (XFA)',
  ],
])('%s', async (_, edit, told) => {
  await expectClean(await readAfter(edit), told)
})

test('a file that is attached by the name of the definition is told', async () => {
  const read = await readAfter((pdf) =>
    annotate(pdf, {
      Subtype: 'FileAttachment',
      FS: {
        Type: 'Filespec',
        F: text('form.json'),
        EF: { F: pdf.context.register(pdf.context.stream(EVIL)) },
      },
    }),
  )
  await expectClean(read, 'attached files')
})

test('things that a file names by itself stay, whatever their names', async () => {
  const read = await readAfter((pdf) => {
    const { context } = pdf
    pdf.catalog.set(name('OpenAction'), context.obj({ S: 'JavaScript', JS: text(EVIL) }))
    const look = { Type: 'XObject', Subtype: 'Form', BBox: [0, 0, 50, 50] }
    const drawn = context.register(context.stream('0 0 50 50 re f', look))
    const outer = context.stream('/JS Do /AA Do', {
      ...look,
      Resources: { XObject: { JS: drawn, AA: drawn } },
    })
    annotate(pdf, {
      Subtype: 'Stamp',
      AS: 'JavaScript',
      AP: { N: { JavaScript: context.register(outer) } },
    })
  })
  await expectClean(read, 'a script (JavaScript)')
})

test('without active content there is no cleaned copy', async () => {
  expect((await readOf(completed)).cleaned).toBeUndefined()
})

test.runIf(hasQpdf)('an encrypted file is cleaned as well', async () => {
  const pdf = await edited((one) => places['when it is opened']!(one, scriptIn(one)))
  const encrypted = qpdf(pdf, ['--encrypt', '', 'owner', '256', '--'])
  const read = await readOf(encrypted)
  await expectClean({ read, pdf: encrypted }, 'a script (JavaScript)')
})

test('the cleaned copy lies beside the original, and a dry run tells the same and writes nothing', async () => {
  const folder = makeFolder()
  const path = join(folder, 'contract.pdf')
  writeFileSync(path, await edited((pdf) => places['when it is opened']!(pdf, scriptIn(pdf))))
  const dry = await importInto(folder, path, true)
  expect(readdirSync(folder)).toEqual(['contract.pdf'])
  const real = await importInto(folder, path)
  expect(dry.map(({ messages }) => messages)).toEqual(real.map(({ messages }) => messages))
  const { sha256 } = real[0]!.record!.source
  const told = real[0]!.messages.find(({ rule }) => rule === 'active-content')!.message
  expect(told).toContain(`originals/${sha256}-cleaned.pdf`)
  const kept = join(folder, 'records', form.id, 'originals')
  expect(readdirSync(kept).sort()).toEqual([`${sha256}-cleaned.pdf`, `${sha256}.pdf`])
  const again = await importInto(folder, join(kept, `${sha256}-cleaned.pdf`))
  expect(again[0]?.record?.id).toBe(real[0]!.record!.id)
  expect(again.map(({ status, messages }) => [status, messages.map(({ rule }) => rule)])).toEqual([
    ['incomplete', expect.not.arrayContaining(['active-content'])],
  ])
})

test('of an anonymous form no copy is made', async () => {
  const anonymous = definitionOf('equality-monitoring')
  const folder = makeFolder()
  const path = join(folder, 'feedback.pdf')
  const blank = await completedForm(anonymous)
  writeFileSync(
    path,
    await edited((pdf) => places['when it is opened']!(pdf, scriptIn(pdf)), blank),
  )
  await importInto(folder, path)
  expect(filesIn(join(folder, 'records')).filter((file) => file.endsWith('.pdf'))).toEqual([])
})

/** A completed form as it was read, and the copy of it does nothing and is the same otherwise. */
async function expectClean(
  { read, pdf }: { read: FormRead; pdf: Uint8Array },
  told: string,
): Promise<void> {
  const { cleaned, draft } = read
  expect(draft.messages.find(({ rule }) => rule === 'active-content')?.message).toContain(told)
  const copy = openPdf(cleaned!.bytes)
  expect(copy.problems).toEqual([])
  expect([...readActiveContent(copy)]).toEqual([])
  expect(readAllAttachments(copy)).toEqual([])
  expect(unpacked(cleaned!.bytes)).not.toContain(EVIL)
  expect((await readOf(cleaned!.bytes)).draft.values).toEqual(draft.values)
  const [before, after] = await Promise.all([firstPage(pdf), firstPage(cleaned!.bytes)])
  expect(compare(before, after).area).toBe(0)
  if (hasQpdf) qpdf(cleaned!.bytes, ['--object-streams=generate'])
}

/** All objects as text; what was packed stands there in hex where it cannot be read. */
function unpacked(pdf: Uint8Array): string {
  const raw = Buffer.from(pdf).toString('latin1')
  const inHex = raw.replace(/<([0-9a-f]+)>/g, (_, hex: string) =>
    Buffer.from(hex, 'hex').toString('latin1'),
  )
  return raw + inHex
}

async function firstPage(pdf: Uint8Array): Promise<Picture> {
  for await (const picture of pdfium.pictures(pdf)) return picture
  throw new Error('The file has no page')
}

async function readAfter(edit: (pdf: PDFDocument) => void) {
  const pdf = await edited(edit)
  return { pdf, read: await readOf(pdf) }
}

async function readOf(pdf: Uint8Array): Promise<FormRead> {
  const known = { definitions: [form], publishedHashes: new Set([form.hash]) }
  const read = await readForm(pdf, { file: 'contract.pdf', known })
  if (read.status === 'unreadable') throw new Error(read.messages[0]?.message)
  return read
}

async function edited(
  edit: (pdf: PDFDocument) => void,
  bytes: Uint8Array = completed,
): Promise<Uint8Array> {
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false })
  edit(pdf)
  return pdf.save({ updateFieldAppearances: false })
}

async function importInto(folder: string, path: string, dryRun = false): Promise<ImportResult[]> {
  const results: ImportResult[] = []
  await importForms({
    paths: [path],
    config: join(folder, 'org.config.json'),
    forms: join(pack, 'forms'),
    dryRun,
    onResult: (result) => results.push(result),
  })
  return results
}

function completedForm(definition: FormDefinition): Promise<Uint8Array> {
  const blank = new Uint8Array(readFileSync(join(pack, `${definition.id}.pdf`)))
  return pdfjs.fill(blank, answersFor(definition))
}

function definitionOf(id: string): FormDefinition {
  return definitionIn(pack, id)
}

function fieldOf(pdf: PDFDocument): PDFDict {
  return pdf.getForm().getTextField('mentee.name').acroField.dict
}

function scriptIn({ context }: PDFDocument): PDFObject {
  return context.obj({ S: 'JavaScript', JS: text(EVIL) })
}

function annotate(pdf: PDFDocument, more: Record<string, unknown>): void {
  const { node } = pdf.getPage(0)
  const annotation = pdf.context.obj({
    Type: 'Annot',
    Rect: [20, 20, 70, 70],
    ...(more as Record<string, string>),
  })
  const annotations = node.Annots() ?? PDFArray.withContext(pdf.context)
  annotations.push(pdf.context.register(annotation))
  node.set(name('Annots'), annotations)
}

function name(value: string): PDFName {
  return PDFName.of(value)
}

function text(value: string): PDFString {
  return PDFString.of(value)
}
