import { expect, test } from 'vitest'
import { readPaper } from '../../src/forms/read-paper.ts'
import { startTextReader } from '../../src/forms/reading/text-reader.ts'
import { fillAsPage } from '../fillers/page.ts'
import { printPages } from '../paper/completed.ts'
import { formIn, startReader } from '../paper/reader.ts'
import { pdfOf, scan, scanners } from '../paper/scan.ts'
import { samplePack } from '../support/sample-pack.ts'

const pack = await samplePack()
const reader = await startReader()
const form = formIn(pack, 'training-record', reader)
const typed = new Map([
  ['training.1.subject', 'Lead a workshop'],
  ['recorder.name', 'Ada Byrne'],
])

test('of what is typed, printed and scanned, only what is certain is suggested', async () => {
  const pages = await printPages(fillAsPage(form.pdf, typed))
  const pdf = await pdfOf(await Promise.all(pages.map((page) => scan(page, scanners[1]!, 1))))
  const seen: number[] = []
  const suggestions = await suggestedIn(pdf, async (line) => {
    seen.push(line.length)
    return seen.length === 1 ? 'read' : undefined
  })
  expect(seen).toHaveLength(typed.size)
  expect([...suggestions.values()]).toEqual(['read'])
  expect([...typed.keys()]).toContain([...suggestions.keys()][0])
  const installed = await startTextReader()
  if (installed) expect(await suggestedIn(pdf, installed)).toEqual(typed)
  else console.log('Not tried: tesseract.js, which is not installed')
})

async function suggestedIn(
  pdf: Uint8Array,
  readText: (line: Uint8Array) => Promise<string | undefined>,
): Promise<Map<string, string>> {
  const { definition } = form
  const read = await readPaper(pdf, {
    file: 'scan.pdf',
    known: {
      definitions: [definition],
      publishedHashes: new Set([definition.hash]),
      organisation: definition.organisation,
    },
    reader,
    blankOf: async () => form.pdf,
    readText,
  })
  if (read?.status !== 'paper') throw new Error('This is no form on paper')
  return new Map(
    read.copies.flatMap(({ sheets }) => sheets.flatMap(({ suggestions }) => [...suggestions])),
  )
}
