import { PDFDocument, PDFString } from 'pdf-lib'
import type { Document } from '../model/document.ts'
import type { FormDefinition } from '../model/form.ts'
import type { Project, StampedDocument } from '../model/project.ts'
import { attachDefinition } from './attach-definition.ts'
import { contentHash } from './content/page-content.ts'
import { define } from './definition.ts'
import { embedFormFont } from './font/form-font.ts'
import { readTrueType } from './font/true-type.ts'
import { drawFooter } from './footer.ts'
import { addFields } from './form/add-fields.ts'
import { mendLinks } from './links.ts'
import { findMarkers } from './markers.ts'
import { dateOf } from './metadata/date.ts'
import { describe } from './metadata/describe.ts'
import { type PlacedSlot, placeSlots } from './place-slots.ts'
import { repairStructure } from './structure/repair.ts'
import { readStructure, writeStructure } from './structure/tree.ts'
import { sweep } from './sweep.ts'

/** What stamping needs to know beside the document. */
export type StampContext = Pick<Project, 'config' | 'templates'> & {
  /** Date to put into the file instead of one from the content, as from `SOURCE_DATE_EPOCH`. */
  readonly date?: Date
}

/** The program that the files name as theirs. */
const TOOL = 'policypack'

/**
 * Makes the tagged PDF that Chromium printed the final one: PDF/UA-1 and PDF/A-3a, with form fields where it is a
 * form. The same input gives the same bytes. A field that is not printed exactly once is a message on the document's
 * file.
 */
export async function stamp(
  pdf: Uint8Array,
  document: Document,
  { config, templates, date = dateOf(document.meta) }: StampContext,
): Promise<StampedDocument> {
  const file = await PDFDocument.load(pdf, { updateMetadata: false, parseSpeed: Infinity })
  const slots = placeSlots(document, findMarkers(file))
  const definition = document.fields.length
    ? define(document, config, { pages: file.getPageCount(), slots })
    : undefined

  const structure = readStructure(file)
  repairStructure(file, structure, new Set(slots.map(({ marker }) => marker.ref)))
  mendLinks(file, structure)
  writeStructure(structure)
  if (definition) addForm(file, { definition, slots, date, font: templates.formFont })
  const { organisation } = config
  describe(
    file,
    {
      title: document.meta.title,
      summary: document.meta.summary,
      language: organisation.locale,
      creator: organisation.name,
      date,
      tool: TOOL,
      form: definition,
    },
    (definition?.hash ?? contentHash(file)).slice(0, 32),
  )
  sweep(file)
  const bytes = await file.save({
    useObjectStreams: true,
    updateFieldAppearances: false,
    addDefaultPage: false,
    objectsPerTick: Infinity,
  })
  return { document, pdf: bytes, ...(definition && { definition }) }
}

interface Form {
  readonly definition: FormDefinition
  readonly slots: readonly PlacedSlot[]
  readonly date: Date
  /** The font for typed values, TrueType. */
  readonly font: Uint8Array
}

function addForm(file: PDFDocument, { definition, slots, date, font }: Form): void {
  const formFont = embedFormFont(file.context, readTrueType(font))
  addFields(file, slots, formFont)
  attachDefinition(file, definition, PDFString.fromDate(date))
  drawFooter(file, definition, formFont)
}
