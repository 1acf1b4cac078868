import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openPdf } from '../../src/pdf/index.ts'
import { type PageContent, PageMemory, readContents } from '../../src/pdf/page/index.ts'
import type { Objects } from './support/pdf-writer.ts'
import { writePdf } from './support/pdf-writer.ts'

const completed = join(import.meta.dirname, '../earlier-forms/completed')

test('pages that were met before are read as without a memory, and what they draw is drawn once', () => {
  const memory = new PageMemory()
  for (const name of readdirSync(completed)) {
    const bytes = readFileSync(join(completed, name))
    const without = readContents(openPdf(bytes))
    const first = readContents(openPdf(bytes), { memory })
    const again = readContents(openPdf(bytes), { memory })
    expect(plain(first)).toEqual(plain(without))
    expect(plain(again)).toEqual(plain(without))
    // The very same characters: the page was not read again.
    expect(again[0]!.glyphs[0]).toBe(first[0]!.glyphs[0])
  }
})

/** Files of which nothing but one object differs from the first, and of the same length. */
const others: Record<string, Objects> = {
  'other words': page({ 10: stream('BT /F1 12 Tf 50 700 Td (Hell0) Tj ET') }),
  'another place': page({ 10: stream('BT /F1 12 Tf 50 701 Td (Hello) Tj ET') }),
  'the words of another encoding': page({ 11: font('<</Differences[72/J]>>') }),
  'other widths': page({ 13: '[600 700]' }),
  'another map': page({ 12: stream('1 beginbfchar <48> <004A> endbfchar') }),
  'another size': page({}, '/MediaBox[0 0 595 841]'),
  'another corner': page({}, '/MediaBox[10 0 605 842]'),
  'less to be seen through': page({ 14: '<</ca 0.5>>' }),
}

test.each(Object.entries(others))('a page with %s is another one', (_, objects) => {
  const memory = new PageMemory()
  const [known] = readContents(openPdf(writePdf(page({}))), { memory })
  expect(known!.glyphs.map(({ text }) => text).join('')).toBe('Hello')
  const here = readContents(openPdf(writePdf(objects)), { memory })
  const without = readContents(openPdf(writePdf(objects)))
  expect(plain(here)).toEqual(plain(without))
  expect(plain(here)).not.toEqual(plain([known!]))
})

test('the same object in another place of the file is the same', () => {
  const memory = new PageMemory()
  const [known] = readContents(openPdf(writePdf(page({}))), { memory })
  const [moved] = readContents(openPdf(writePdf({ 20: '(in between)', ...page({}) })), { memory })
  expect(moved!.glyphs[0]).toBe(known!.glyphs[0])
})

function page(changed: Objects, box = '/MediaBox[0 0 595 842]'): Objects {
  return {
    1: '<</Type/Catalog/Pages 2 0 R>>',
    2: `<</Type/Pages/Kids[3 0 R]/Count 1${box}>>`,
    3: '<</Type/Page/Parent 2 0 R/Contents 10 0 R/Resources<</Font<</F1 11 0 R>>/ExtGState<</G 14 0 R>>>>>>',
    10: stream('/G gs 20 20 60 60 re f BT /F1 12 Tf 50 700 Td (Hello) Tj ET'),
    11: font('/WinAnsiEncoding'),
    12: stream('1 beginbfchar <48> <0048> endbfchar'),
    13: '[500 700]',
    14: '<</ca 1>>',
    ...changed,
  }
}

function font(encoding: string): string {
  return `<</Type/Font/Subtype/TrueType/BaseFont/Here/FirstChar 72/LastChar 73/Widths 13 0 R/Encoding ${encoding}${encoding.startsWith('<<') ? '' : '/ToUnicode 12 0 R'}>>`
}

function stream(text: string): string {
  return `<</Length ${text.length}>>stream\n${text}\nendstream`
}

/** Without what differs from file to file. */
function plain(contents: readonly PageContent[]): unknown {
  return contents.map(({ widgets, ...content }) => ({
    ...content,
    widgets: widgets.map(({ annotation, ...look }) => look),
  }))
}
