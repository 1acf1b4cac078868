import { spawnSync } from 'node:child_process'
import { copyFile, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { init } from '@embedpdf/pdfium'
import { PDFDocument, PDFName } from 'pdf-lib'
import { readKnownForms } from '../../src/forms/gather/known-forms.ts'
import { readForm } from '../../src/forms/read-form.ts'
import { build, importForms } from '../../src/index.ts'
import { openPdf, readFormFields } from '../../src/pdf/index.ts'
import { pdfjs } from '../fillers/pdfjs.ts'
import { answersFor } from '../support/answers.ts'
import { seconds } from './clock.ts'
import type { Add } from './table.ts'

/** Something that reads the fields of a completed form. */
type Reader = (bytes: Uint8Array, path: string) => unknown

/** Measures the reading of completed forms beside other readers of the same files. */
export async function benchImport(add: Add, runs: number): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'policypack-bench-'))
  const config = join(folder, 'org.config.json')
  await copyFile(join(import.meta.dirname, '../../org.config.json'), config)
  const out = join(folder, 'out')
  await build({ config, out })
  const { known } = await readKnownForms({ path: join(out, 'forms'), isNamed: true }, config)
  const inbox = await mkdtemp(join(folder, 'in-'))
  for (const form of known.definitions) {
    const blank = new Uint8Array(await readFile(join(out, `${form.id}.pdf`)))
    await writeFile(join(inbox, `${form.id}.pdf`), await pdfjs.fill(blank, answersFor(form)))
  }
  const files = await Promise.all(
    (await readdir(inbox)).map(async (name) => {
      const path = join(inbox, name)
      return { path, bytes: new Uint8Array(await readFile(path)) }
    }),
  )
  const time = async (read: Reader): Promise<number> => {
    for (const { bytes, path } of files) await read(bytes, path)
    const all = await seconds(runs, async () => {
      for (const { bytes, path } of files) await read(bytes, path)
    })
    return all / files.length
  }

  const own = await time((bytes) => readFormFields(openPdf(bytes)))
  const whole = await time((bytes, path) => readForm(bytes, { file: basename(path), known }))
  add('whole reading of a form', 'its fields', whole / own)
  const others: Record<string, Reader> = {
    'pdf-lib': readWithPdfLib,
    'pdf.js': readWithPdfjs,
    'PDFium (wasm)': await pdfiumReader(),
    ...(await mupdfReader()),
    ...(isInstalled('pdftk') && { 'pdftk, start included': readWithPdftk }),
  }
  for (const [name, read] of Object.entries(others))
    add(name, 'our fields', (await time(read)) / own, { isShare: true })
  const pikepdf = timePikepdf(inbox, runs)
  if (pikepdf) add('pikepdf', 'our fields', pikepdf / files.length / own, { isShare: true })
  const imported = await timeImport(inbox, config, runs)
  const inOneThread = whole * VERSIONS * files.length
  add(`import of ${VERSIONS * files.length} forms`, 'reading in one thread', imported / inOneThread)
  await rm(folder, { recursive: true })
}

/** How many completed forms of each kind are imported. */
const VERSIONS = 20

/** Seconds that an import of many forms takes, each with other answers and into an empty folder of records. */
async function timeImport(inbox: string, config: string, runs: number): Promise<number> {
  const many = await mkdtemp(join(inbox, '../many-'))
  const out = join(inbox, '../out')
  const { known } = await readKnownForms({ path: join(out, 'forms'), isNamed: true }, config)
  for (const form of known.definitions) {
    const blank = new Uint8Array(await readFile(join(out, `${form.id}.pdf`)))
    for (let version = 0; version < VERSIONS; version += 1) {
      const entries = answersFor(form).map((entry) =>
        entry.kind === 'text' ? { ...entry, value: `${entry.value} ${version}` } : entry,
      )
      await writeFile(join(many, `${form.id}-${version}.pdf`), await pdfjs.fill(blank, entries))
    }
  }
  return seconds(runs, async () => {
    const to = await mkdtemp(join(inbox, '../records-'))
    await importForms({ paths: [many], config, forms: join(out, 'forms'), to })
  })
}

const readWithPdfLib: Reader = async (bytes) => {
  const file = await PDFDocument.load(bytes, { updateMetadata: false, parseSpeed: Infinity })
  return file
    .getForm()
    .getFields()
    .map((field) => [field.getName(), field.acroField.dict.lookup(PDFName.of('V'))])
}

const readWithPdfjs: Reader = async (bytes) => {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const task = getDocument({ data: bytes.slice(), verbosity: 0 })
  await (await task.promise).getFieldObjects()
  await task.destroy()
}

async function pdfiumReader(): Promise<Reader> {
  const wasm = await readFile(new URL(import.meta.resolve('@embedpdf/pdfium/pdfium.wasm')))
  const module = await init({ wasmBinary: new Uint8Array(wasm).buffer })
  module.PDFiumExt_Init()
  const { wasmExports } = module.pdfium
  const buffer = wasmExports.malloc(65_536)
  return (bytes) => {
    const data = wasmExports.malloc(bytes.length)
    module.pdfium.HEAPU8.set(bytes, data)
    const document = module.FPDF_LoadMemDocument(data, bytes.length, '')
    const form = module.PDFiumExt_InitFormFillEnvironment(
      document,
      module.PDFiumExt_OpenFormFillInfo(),
    )
    for (let index = 0; index < module.FPDF_GetPageCount(document); index += 1) {
      const page = module.FPDF_LoadPage(document, index)
      module.FORM_OnAfterLoadPage(page, form)
      for (let number = 0; number < module.FPDFPage_GetAnnotCount(page); number += 1) {
        const widget = module.FPDFPage_GetAnnot(page, number)
        module.FPDFAnnot_GetFormFieldName(form, widget, buffer, 65_536)
        module.FPDFAnnot_GetFormFieldValue(form, widget, buffer, 65_536)
        module.FPDFAnnot_IsChecked(form, widget)
        module.FPDFPage_CloseAnnot(widget)
      }
      module.FORM_OnBeforeClosePage(page, form)
      module.FPDF_ClosePage(page)
    }
    module.PDFiumExt_ExitFormFillEnvironment(form)
    module.FPDF_CloseDocument(document)
    wasmExports.free(data)
  }
}

/** What is used here of the package mupdf, which people install beside this one because of its licence. */
interface Mupdf {
  readonly Document: { openDocument(bytes: Uint8Array, type: string): MupdfDocument }
}
interface MupdfDocument {
  countPages(): number
  loadPage(index: number): {
    getWidgets(): { getName(): string; getValue(): string }[]
    destroy(): void
  }
  destroy(): void
}

/** Nothing where the package is not installed. */
async function mupdfReader(): Promise<Record<string, Reader>> {
  const name: string = 'mupdf'
  const mupdf: Mupdf | undefined = await import(name).catch(() => undefined)
  if (!mupdf) return {}
  const read: Reader = (bytes) => {
    const document = mupdf.Document.openDocument(bytes, 'application/pdf')
    for (let index = 0; index < document.countPages(); index += 1) {
      const page = document.loadPage(index)
      for (const widget of page.getWidgets()) [widget.getName(), widget.getValue()]
      page.destroy()
    }
    document.destroy()
  }
  return { 'MuPDF (wasm)': read }
}

const readWithPdftk: Reader = (_, path) => spawnSync('pdftk', [path, 'dump_data_fields_utf8'])

function isInstalled(program: string): boolean {
  return spawnSync(program, ['--version']).status === 0
}

/** Seconds that pikepdf takes for all files of a folder, without the start of Python; undefined where it is not installed. */
function timePikepdf(folder: string, runs: number): number | undefined {
  const run = spawnSync('/usr/bin/python3', ['-c', PIKEPDF, folder, String(runs)], {
    encoding: 'utf8',
  })
  return run.status === 0 ? Number(run.stdout) : undefined
}

const PIKEPDF = `
import glob, statistics, sys, time, pikepdf
def walk(field):
    str(field.get("/V"))
    for kid in field.get("/Kids", []):
        walk(kid)
def read(path):
    with pikepdf.open(path) as pdf:
        for field in pdf.Root.AcroForm.Fields:
            walk(field)
files = glob.glob(sys.argv[1] + "/*.pdf")
times = []
for run in range(int(sys.argv[2]) + 1):
    start = time.perf_counter()
    for path in files:
        read(path)
    times.append(time.perf_counter() - start)
print(statistics.median(times[1:]))
`
