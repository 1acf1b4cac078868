import { PDFDict, PDFDocument, PDFString } from 'pdf-lib'
import { DEFINITION_FILE } from '../../../contracts/claims.ts'
import { readDefinition } from '../../../contracts/definition.ts'
import { parseJsonMaybe } from '../../../contracts/json.ts'
import { slotsOf } from '../../../contracts/slot.ts'
import type { FormDefinition } from '../../../model/form.ts'
import type { FormRecord } from '../../../model/record.ts'
import { openPdf, readAttachment, readAttachments } from '../../../pdf/index.ts'
import { attachFiles } from '../attach-files.ts'
import { contentHash } from '../content/page-content.ts'
import { TOOL } from '../finish.ts'
import { describe } from '../metadata/describe.ts'
import { name } from '../objects.ts'
import { save } from '../save.ts'
import { readStructure, type StructureRoot, writeStructure } from '../structure/tree.ts'
import { sweep } from '../sweep.ts'
import { shownIn } from './answers.ts'
import { drawnSignature } from './drawn-signature.ts'
import { type Drawing, flatten } from './flatten.ts'
import { type FormBox, formBoxes } from './form-boxes.ts'
import { makePlain } from './plain-file.ts'
import { putBefore } from './sheet.ts'
import { type PrintedTiles, readTiles } from './tiles.ts'

/** A text that goes into a box of a form. */
interface BoxText {
  readonly question: string
  readonly text: string
  readonly width: number
  readonly height: number
  readonly multiline: boolean
}

/** A form without answers, and the record of one with them. */
export interface Archival {
  /** The form as it was handed out. */
  readonly blank: Uint8Array
  readonly definition: FormDefinition
  readonly record: FormRecord
  /** The file that the record was read from, where it is still there. */
  readonly original: Uint8Array | undefined
}

/** The definition inside a form; undefined where there is none. */
export function definitionIn(pdf: Uint8Array): FormDefinition | undefined {
  const file = openPdf(pdf)
  const attachment = readAttachments(file).find((one) => one.name === DEFINITION_FILE)
  const bytes = attachment && readAttachment(file, attachment).bytes
  return bytes && readDefinition(parseJsonMaybe(new TextDecoder().decode(bytes)))
}

/** The completed form before it is flattened: what has to be printed, and what comes of it. */
export interface FormToArchive {
  /** The texts in its boxes, which have to be printed. */
  readonly texts: readonly BoxText[]
  /** How each of them was printed, from the largest type to the smallest. */
  readonly fits: (index: number) => boolean
  /** Takes the texts as they were printed in one size of type, each under the id that `idOf` gives. */
  readonly take: (printed: Uint8Array, idOf: (index: number) => string) => Promise<void>
  /** The form with its answers as pages, after those of the sheet. */
  readonly write: (sheet: Uint8Array) => Promise<Uint8Array>
}

/** Opens a form that is to be archived. Nothing of its own file is changed. */
export async function openForArchive(archival: Archival): Promise<FormToArchive> {
  const { blank, definition, record, original } = archival
  const file = await PDFDocument.load(blank, { updateMetadata: false, parseSpeed: Infinity })
  const structure = readStructure(file)
  const boxes = formBoxes(file, structure, definition)
  if (boxes.length !== slotsOf(definition.fields).length)
    throw new Error(`The form has ${boxes.length} boxes and not those of its definition`)
  const pictures = new Map<FormBox, Drawing>()
  for (const box of boxes) {
    const picture = original && (await pictureOf(box, original, file, record))
    if (picture) pictures.set(box, picture)
  }
  const written = boxes.flatMap((box) => {
    const words = pictures.has(box) ? undefined : wordsIn(box, archival)
    return words === undefined ? [] : [{ box, words }]
  })
  const tiles: PrintedTiles[] = []
  let idOf: (index: number) => string = String
  const best = (index: number): PrintedTiles | undefined =>
    tiles.find((one) => one.isWhole(idOf(index)))

  function drawingOf(box: FormBox): Drawing | undefined {
    const picture = pictures.get(box)
    if (picture) return picture
    const index = written.findIndex((one) => one.box === box)
    const words = written[index]?.words
    if (words === undefined) return markOf(box, archival)
    const printed = best(index) ?? tiles.at(-1)
    if (!printed) throw new Error('The answers were not printed')
    return { xObject: printed.draw(idOf(index)), says: words }
  }

  return {
    texts: written.map(({ box: { slot, rect }, words }) => {
      const multiline = slot.field.type === 'multiline' || slot.control === 'signature'
      return {
        question: slot.label,
        text: multiline ? words : words.replace(/\s+/g, ' '),
        width: rect[2]! - rect[0]!,
        height: rect[3]! - rect[1]!,
        multiline,
      }
    }),
    fits: (index) => best(index) !== undefined,
    async take(printed, naming) {
      idOf = naming
      tiles.push(await readTiles(printed, file))
    },
    async write(sheet) {
      flatten(
        file,
        boxes.map((box) => ({ ...box, drawing: drawingOf(box) })),
      )
      makePlain(file)
      await putBefore(sheet, file, structure)
      return finish(file, structure, archival)
    },
  }
}

async function pictureOf(
  { slot, page, rect }: FormBox,
  original: Uint8Array,
  file: PDFDocument,
  { signatures }: FormRecord,
): Promise<Drawing | undefined> {
  const isDrawn = signatures.some(({ field, kind }) => field === slot.name && kind === 'drawn')
  if (slot.control !== 'signature' || !isDrawn) return undefined
  const number = file.getPages().findIndex(({ ref }) => ref === page)
  const xObject = await drawnSignature(original, { page: number, rect }, file)
  return xObject && { xObject, says: `Drawn signature: ${slot.field.label}`, isPicture: true }
}

/** The words in a box: the answer, or what there is to say of a signature. */
function wordsIn({ slot }: FormBox, { record, definition }: Archival): string | undefined {
  const shown = shownIn(slot, record, definition)
  if (typeof shown === 'string') return shown
  const signature = record.signatures.find(({ field }) => field === slot.name)
  if (slot.control !== 'signature' || !signature) return undefined
  const { kind, by, at } = signature
  if (kind === 'typed') return by ?? 'Signed by typing a name; see the original'
  if (kind === 'drawn') return 'Signed by hand; see the original'
  return ['Signed digitally', by && `by ${by}`, at && `on ${at.slice(0, 10)}`]
    .filter(Boolean)
    .join(' ')
}

/** The mark in a box that is ticked: the one of the form itself. */
function markOf({ slot, widget }: FormBox, { record, definition }: Archival): Drawing | undefined {
  if (shownIn(slot, record, definition) !== true) return undefined
  const states = widget.lookup(name('AP'), PDFDict).lookup(name('N'), PDFDict)
  const on = states.keys().find((state) => state !== name('Off'))
  const xObject = on && states.get(on)
  return xObject && { xObject: xObject as Drawing['xObject'], says: '✓' }
}

function finish(
  file: PDFDocument,
  structure: StructureRoot,
  { record, definition, original }: Archival,
): Promise<Uint8Array> {
  writeStructure(structure)
  const date = new Date(record.source.importedAt)
  const signed = record.signatures.some(({ kind }) => kind === 'digital')
  attachFiles(
    file,
    [
      {
        fileName: 'record.json',
        about: `The answers as data, record ${record.id}`,
        type: 'application/json',
        relationship: 'Data',
        bytes: new TextEncoder().encode(`${JSON.stringify(record, null, 2)}\n`),
      },
      ...(signed && original
        ? [
            {
              fileName: 'signed-original.pdf',
              about: 'The file as it was signed, which proves the digital signatures',
              type: 'application/pdf',
              relationship: 'Source' as const,
              bytes: original,
            },
          ]
        : []),
    ],
    PDFString.fromDate(date),
  )
  describe(
    file,
    {
      title: `${record.form.title}: completed form`,
      summary: `Record ${record.id}`,
      language: definition.locale,
      creator: record.organisation,
      date,
      tool: TOOL,
      claims: { archivedRecord: record.id },
      standard: 'UA-1 and A-3a',
    },
    contentHash(file).slice(0, 32),
  )
  sweep(file)
  return save(file)
}
