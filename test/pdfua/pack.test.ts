import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { slotsOf } from '../../src/contracts/slot.ts'
import { page } from '../fillers/page.ts'
import { pdfjs } from '../fillers/pdfjs.ts'
import { entryFor } from '../stamp/entry-for.ts'
import { definitionsIn } from '../support/definitions.ts'
import { samplePack } from '../support/sample-pack.ts'
import { expansionsIn } from '../support/tagged-text.ts'
import { checkPdf } from './index.ts'

const pack = await samplePack()
const files = readdirSync(pack).filter((name) => name.endsWith('.pdf'))
const forms = definitionsIn(pack)

describe('the sample pack conforms to PDF/UA-1, and what is no form to PDF/A-3a, as far as the checker can tell', () => {
  test.each(files)('%s', async (file) => {
    const bytes = readFileSync(join(pack, file))
    expect(await checkPdf(bytes)).toEqual([])
    if (file !== 'pack.pdf')
      expect(bytes.length).toBeLessThan(/policy|procedure/.test(file) ? 90_000 : 110_000)
  })
})

describe('the abbreviations of the web page have their expansions in the PDF', () => {
  const pages = files.filter((file) => file !== 'pack.pdf').map((file) => file.slice(0, -4))

  test.each(pages)('%s', async (id) => {
    expect(await expanded(`${id}.pdf`)).toEqual(abbreviationsOf(id))
  })

  test('all of them in the combined PDF', async () => {
    const all = pages.flatMap(abbreviationsOf)
    expect(all).toContain('HR: human resources')
    expect((await expanded('pack.pdf')).toSorted()).toEqual(all.toSorted())
  })
})

describe.each([page, pdfjs])('a form filled in by $name still conforms', (filler) => {
  test.each(forms)('$id', async (form) => {
    const blank = readFileSync(join(pack, `${form.id}.pdf`))
    const filled = await filler.fill(new Uint8Array(blank), slotsOf(form.fields).flatMap(entryFor))
    expect(await checkPdf(filled)).toEqual([])
  })
})

/** The abbreviations of a PDF with what they stand for. */
async function expanded(file: string): Promise<string[]> {
  const found = await expansionsIn(readFileSync(join(pack, file)))
  return found.map(({ text, expansion }) => `${text}: ${expansion}`)
}

/** The same of a web page. */
function abbreviationsOf(id: string): string[] {
  const page = readFileSync(join(pack, `${id}.html`), 'utf8')
  return Array.from(
    page.matchAll(/<abbr title="([^"]*)">([^<]*)<\/abbr>/g),
    ([, meaning, text]) => `${text}: ${meaning}`,
  )
}
