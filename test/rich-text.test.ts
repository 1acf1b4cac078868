import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { PDFArray, PDFDict, PDFDocument, PDFName } from 'pdf-lib'
import { beforeAll, describe, expect, test } from 'vitest'
import { build } from '../src/index.ts'
import { readTaggedFile, textIn } from './pdfua/file/index.ts'
import { attributeOf } from './pdfua/file/structure.ts'
import { textOfElement } from './pdfua/file/texts.ts'
import { checkPdf } from './pdfua/index.ts'
import { copyProject, type ProjectCopy } from './support/project-copy.ts'

const files = ['rich-policy.pdf', 'pack.pdf']
let project: ProjectCopy
let built: readonly string[]

beforeAll(async () => {
  project = copyProject(join(import.meta.dirname, 'fixtures/rich-text'))
  built = (await build(project.options)).files
})

const bytesOf = (file: string) => readFileSync(join(project.options.out, file))

describe.each(files)('%s', (file) => {
  test('conforms as far as the checker can tell', async () => {
    expect(await checkPdf(bytesOf(file))).toEqual([])
  })

  test('says what each thing is', async () => {
    const tagged = await readTaggedFile(bytesOf(file))
    const { elements } = tagged.structure
    const texts = (type: string) =>
      elements
        .filter(({ standard }) => standard === type)
        .map((element) => textOfElement(tagged, element).trim())
    const alternatives = (type: string) =>
      elements
        .filter(({ standard }) => standard === type)
        .flatMap(({ dict }) => textIn(dict, 'Alt') ?? [])

    expect(texts('Note')).toEqual([
      '1. On working days. ↑',
      '2. The law changed.See section 4 of it. ↑',
    ])
    expect(alternatives('Link')).toEqual([
      'Note 1',
      'Note 2',
      'Back to the text of note 1',
      'Back to the text of note 2',
    ])
    expect(alternatives('Form')).toEqual(['To do:', 'Done:'])
    expect(alternatives('Figure')).toEqual(['The three steps of a complaint', 'A staircase'])
    expect(texts('Code')).toEqual(['first line     second line', 'section 4'])
    const french = elements.filter(({ dict }) => textIn(dict, 'Lang') === 'fr')
    expect(french.map((element) => textOfElement(tagged, element))).toEqual([
      'à la carte, "tout de suite"',
    ])
  })

  test('places a picture where it is shown', async () => {
    const { structure } = await readTaggedFile(bytesOf(file))
    const [steps, stairs] = structure.elements.filter(({ standard }) => standard === 'Figure')
    const box = (figure: typeof steps) => {
      const value = figure && attributeOf(figure, 'Layout', 'BBox')
      return value instanceof PDFArray ? value.asArray().map(Number) : []
    }
    const [left = 0, bottom = 0, right = 0, top = 0] = box(stairs)
    expect(right - left).toBeCloseTo((30 / 25.4) * 72, -1)
    expect((right - left) / (top - bottom)).toBeCloseTo(60 / 40, 1)
    expect(box(steps)[1]).toBeGreaterThan(top)
  })
})

test('leads to the site of the pack from a PDF of its own, and to the place in the pack', async () => {
  expect(await addressesIn('rich-policy.pdf')).toContain(
    'https://intranet.fernhill.example/policies/kite-guide.pdf',
  )
  expect((await addressesIn('pack.pdf')).filter((address) => /kite-guide/.test(address))).toEqual(
    [],
  )
})

test('takes the pictures along, and is the same each time', async () => {
  const pictures = built.filter((path) => path.startsWith('assets/pictures/'))
  expect(pictures).toHaveLength(2)
  const zip = unzipSync(bytesOf(built.find((path) => path.endsWith('.zip')) ?? ''))
  for (const path of pictures)
    expect(zip[`fernhill-clinic/${path}`]).toEqual(new Uint8Array(bytesOf(path)))
  const manifest = strFromU8(bytesOf('manifest.json'))
  await build(project.options)
  expect(strFromU8(bytesOf('manifest.json'))).toBe(manifest)
})

async function addressesIn(file: string): Promise<string[]> {
  const pdf = await PDFDocument.load(bytesOf(file), { updateMetadata: false })
  return pdf
    .getPages()
    .flatMap(({ node }) => node.Annots()?.asArray() ?? [])
    .flatMap((item) => {
      const action = pdf.context.lookup(item, PDFDict).lookupMaybe(PDFName.of('A'), PDFDict)
      return (action && textIn(action, 'URI')) ?? []
    })
}
