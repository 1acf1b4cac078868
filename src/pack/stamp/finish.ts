import { type PDFDocument, PDFString } from 'pdf-lib'
import type { Claims } from '../../contracts/claims.ts'
import { wordsFor } from '../../language/words.ts'
import type { FormDefinition } from '../../model/form.ts'
import type { Project, Templates } from '../../model/project.ts'
import { attachDefinition } from './attach-definition.ts'
import { elementTextReader } from './content/element-text.ts'
import { spaceLineEnds } from './content/line-ends.ts'
import { contentHash } from './content/page-content.ts'
import { shorten } from './content/shorten.ts'
import { embedFormFont } from './font/form-font.ts'
import { mendUnicode } from './font/mend-unicode.ts'
import { nameFonts } from './font/name-fonts.ts'
import { trimFonts } from './font/trim-fonts.ts'
import { drawFooter } from './footer.ts'
import { addFields } from './form/add-fields.ts'
import { mendLinks } from './links.ts'
import { describe } from './metadata/describe.ts'
import { mendOutline } from './outline.ts'
import { prepareMarks } from './page-marks.ts'
import type { PlacedSlot } from './place-slots.ts'
import { save } from './save.ts'
import { nameNumberings } from './structure/numbering.ts'
import { orderAnnotations } from './structure/order-annotations.ts'
import { becomePdf2 } from './structure/pdf-2.ts'
import { repairStructure } from './structure/repair.ts'
import { readStructure, type StructureRoot, writeStructure } from './structure/tree.ts'
import { sweep } from './sweep.ts'

/** The program that the files name as theirs. */
export const TOOL = 'policypack'

/** What stamping needs to know beside what was printed. */
export type StampContext = Pick<Project, 'config'> & {
  readonly templates: Pick<Templates, 'formFont' | 'codeWriter'>
  /** Date to put into the file instead of one from the content, as from `SOURCE_DATE_EPOCH`. */
  readonly date?: Date
}

/** What becomes of a printed file. */
export interface Finishing extends StampContext {
  readonly title: string
  readonly summary?: string | undefined
  readonly date: Date
  /** The form that the file is to fill in, and the places of its fields; absent where it is only to be read. */
  readonly form?:
    | { readonly definition: FormDefinition; readonly slots: readonly PlacedSlot[] }
    | undefined
  /** What the metadata say of the forms inside. */
  readonly claims?: Claims | undefined
  /** The first part of the file identifier, 32 hex digits; a hash over the pages when absent. */
  readonly identifier?: string | undefined
  /** Hears of a heading that has no bookmark. */
  readonly onUnlisted?: (heading: string) => void
}

/** Mends texts, tags and links, adds fields and metadata, and gives the bytes of the file. */
export async function finish(file: PDFDocument, finishing: Finishing): Promise<Uint8Array> {
  mend(file, finishing)
  return complete(file, finishing)
}

/** Mends what Chromium printed: texts, tags, links and bookmarks. */
export function mend(
  file: PDFDocument,
  {
    form,
    config,
    onUnlisted = () => {},
    join = () => {},
  }: Pick<Finishing, 'form' | 'config' | 'onUnlisted'> & {
    /** Adds to what is mended what is so already. */
    readonly join?: (structure: StructureRoot) => void
  },
): void {
  nameFonts(file)
  mendUnicode(file)
  spaceLineEnds(file)
  const structure = readStructure(file)
  const widgets = new Set(form?.slots.map(({ marker }) => marker.ref))
  repairStructure(file, structure, widgets, wordsFor(config.organisation.locale))
  const textOf = elementTextReader(file)
  mendLinks(file, structure, textOf)
  mendOutline(file, structure, textOf, onUnlisted)
  nameNumberings(structure, textOf)
  orderAnnotations(file, structure)
  for (const page of file.getPages()) shorten(page)
  join(structure)
  if (config.pdf === '2.0') becomePdf2(file, structure)
  writeStructure(structure)
}

/** Adds to a file that is mended what it is beside its pages, and gives its bytes. */
export async function complete(file: PDFDocument, finishing: Finishing): Promise<Uint8Array> {
  const { title, summary, date, form, claims, config } = finishing
  await addForm(file, finishing)
  trimFonts(file)
  const { identifier = contentHash(file).slice(0, 32) } = finishing
  describe(
    file,
    {
      title,
      summary,
      language: config.organisation.locale,
      creator: config.organisation.name,
      date,
      tool: TOOL,
      claims,
      standard:
        config.pdf === '2.0' ? 'UA-2' : form && form.slots.length > 0 ? 'UA-1' : 'UA-1 and A-3a',
    },
    identifier,
  )
  sweep(file)
  return save(file)
}

async function addForm(
  file: PDFDocument,
  { form, date, templates, config }: Finishing,
): Promise<void> {
  if (!form) return
  const { definition, slots } = form
  prepareMarks(templates.codeWriter)
  const font = embedFormFont(file.context, templates.formFont)
  addFields(file, slots, { font, organisation: config.organisation })
  attachDefinition(file, definition, PDFString.fromDate(date))
  await drawFooter(file.getPages(), definition, font)
}
