import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { type BlankForm, type PaperReader, startPaperReader } from '../../src/forms/paper/index.ts'
import type { FormDefinition } from '../../src/model/form.ts'
import type { PageReading } from '../../src/model/paper.ts'
import { definitionIn } from '../support/definitions.ts'

const { resolve } = createRequire(import.meta.url)

/** The reader with the programs of the packages. */
export function startReader(): Promise<PaperReader> {
  return startPaperReader({
    pdfium: readFileSync(resolve('@embedpdf/pdfium/pdfium.wasm')),
    codeReader: readFileSync(resolve('zxing-wasm/reader/zxing_reader.wasm')),
  })
}

/** A form of a pack, with its PDF. */
export interface PackForm extends BlankForm {
  readonly definition: FormDefinition
  readonly pdf: Uint8Array
}

/** A form of a pack by its id. */
export function formIn(pack: string, id: string, reader: PaperReader): PackForm {
  const pdf = new Uint8Array(readFileSync(join(pack, `${id}.pdf`)))
  return { definition: definitionIn(pack, id), pdf, pages: reader.blanks(pdf) }
}

/** Reads all pages of a PDF of pictures by these forms. */
export async function readAll(
  reader: PaperReader,
  pdf: Uint8Array,
  forms: readonly PackForm[],
): Promise<PageReading[]> {
  const find = async (hash: string) =>
    forms.find(({ definition }) => definition.hash.startsWith(hash))
  const sketches = async () =>
    forms.flatMap(({ definition, pdf: blank }) =>
      reader
        .sketches(blank)
        .map((print, page) => ({ hash: definition.hash.slice(0, 12), page, print })),
    )
  const pages: PageReading[] = []
  for await (const page of reader.read(pdf, { find, sketches })) pages.push(page)
  return pages
}
