import {
  CONFIG_SCHEMA_FILE,
  definitionName,
  FORMS_FOLDER,
  recordSchemaName,
} from '../../contracts/file-names.ts'
import { FORM_DATA_ID, type FormPageData } from '../../contracts/form-page.ts'
import {
  CRYPTOGRAPHY_ID,
  IMPORT_PAGE,
  KNOWN_ID,
  type KnownFormsData,
  READER_ID,
} from '../../contracts/import-page.ts'
import { hashesOf } from '../../contracts/published-forms.ts'
import { asWebPage, type Live } from '../../contracts/web-page.ts'
import type { FormDefinition } from '../../model/form.ts'
import type { JsonSchema } from '../../model/json-schema.ts'
import { holidaysOf, type Organisation } from '../../model/organisation.ts'
import type { Asset, Project, RenderedPack, Scripts, StampedDocument } from '../../model/project.ts'
import { archive } from './archive.ts'
import { withPdfFacts } from './pdf-facts.ts'
import { anonymousSchema, recordSchema } from './record-schema.ts'

export { archivePath } from './archive.ts'
export { configSchema } from './config-schema.ts'

/** Everything that a build made. */
export interface Made {
  readonly pack: RenderedPack
  readonly stamped: readonly StampedDocument[]
  /** All documents as one PDF; absent where that was not wanted. */
  readonly packPdf?: Uint8Array | undefined
  readonly scripts: Scripts
  /** JSON Schema of the configuration. */
  readonly configSchema: object
}

/** Whose pack it is, and which forms were handed out before. */
type Whole = Pick<Project, 'published'> & {
  readonly organisation: Organisation
  readonly hasFolderToItself: boolean
}

/** Name of the PDF with all documents; no document may have this id. */
export const PACK = 'pack'

/**
 * True for what holds all documents, and is outdated when one of them is built by itself: the archive, the one PDF and the page that
 * reads completed forms.
 */
export function isOfWholePack(path: string): boolean {
  return [`${PACK}.pdf`, IMPORT_PAGE].includes(path) || /^[^/]+\.zip$/.test(path)
}

/**
 * All files of the pack, by their paths in `out`. Where the pack is whole, there are the archive of them for staff and the page with which
 * HR reads completed forms as well.
 */
export function outputsOf(made: Made, whole?: Whole): Asset[] {
  const { pack, stamped, packPdf } = made
  const page = (path: string, html: string, live?: Live): Asset =>
    textAsset(path, asWebPage(withPdfFacts(html, stamped), live))
  const outputs = [
    page('index.html', pack.index),
    page('register.html', pack.register),
    textAsset('reviews.ics', pack.reviews),
    jsonAsset(CONFIG_SCHEMA_FILE, made.configSchema),
    ...pack.assets,
    textAsset('assets/site.js', pack.words + made.scripts.site),
    ...(packPdf ? [{ path: `${PACK}.pdf`, bytes: packPdf }] : []),
    ...pack.pages.map(({ document, screen }) =>
      page(`${document.id}.html`, screen, liveForm(document.id, made)),
    ),
    ...stamped.flatMap(pdfAndSchemas),
  ]
  return whole
    ? [...outputs, archive(outputs, whole.organisation), importPage(made, whole)]
    : outputs
}

/** The page of a form that was stamped can be filled in; others are as they were drawn. */
function liveForm(id: string, { stamped, scripts }: Made) {
  const form = stamped.find(({ document }) => document.id === id)
  if (!form?.definition) return undefined
  const pdf = Buffer.from(form.pdf).toString('base64')
  const data: FormPageData = { definition: form.definition, pdf }
  return { data: { [FORM_DATA_ID]: data }, script: scripts.form }
}

function importPage({ pack, stamped, scripts }: Made, whole: Whole): Asset {
  const { organisation, published } = whole
  const definitions = stamped.flatMap(({ definition }) => definition ?? [])
  // With those of this build, so that the next one, which finds them on the list, makes the same page.
  const hashes = [
    ...hashesOf(published, { ...whole, organisation: organisation.name }),
    ...definitions.flatMap(({ hash, questions }) => [hash, questions]),
  ]
  const known: KnownFormsData = {
    definitions,
    publishedHashes: [...new Set(hashes)].sort(),
    organisation: organisation.name,
    holidays: holidaysOf(organisation),
  }
  return textAsset(
    IMPORT_PAGE,
    asWebPage(pack.import, {
      data: {
        [KNOWN_ID]: known,
        [READER_ID]: scripts.reader,
        [CRYPTOGRAPHY_ID]: scripts.cryptography,
      },
      script: scripts.import,
      hasWorkers: true,
    }),
  )
}

function pdfAndSchemas({ document: { id }, pdf, definition }: StampedDocument): Asset[] {
  return [
    { path: `${id}.pdf`, bytes: pdf },
    ...(definition
      ? [
          jsonAsset(`${FORMS_FOLDER}/${definitionName(id)}`, definition),
          jsonAsset(`${FORMS_FOLDER}/${recordSchemaName(id)}`, schemaOf(definition)),
        ]
      : []),
  ]
}

/** The schema of what an import keeps of a form. */
function schemaOf(definition: FormDefinition): JsonSchema {
  return definition.sensitive === 'anonymous'
    ? anonymousSchema(definition)
    : recordSchema(definition)
}

function jsonAsset(path: string, value: unknown): Asset {
  return textAsset(path, `${JSON.stringify(value, null, 2)}\n`)
}

function textAsset(path: string, text: string): Asset {
  return { path, bytes: new TextEncoder().encode(text) }
}
