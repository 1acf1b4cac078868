import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFRawStream,
  PDFString,
} from 'pdf-lib'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { beforeAll, describe, expect, test } from 'vitest'
import { readDefinition } from '../../src/contracts/definition.ts'
import { slotsOf } from '../../src/contracts/slot.ts'
import { messagesOf } from '../../src/messages/message.ts'
import type { FormDefinition } from '../../src/model/form.ts'
import type { StampedDocument } from '../../src/model/project.ts'
import { stamp } from '../../src/pack/stamp/index.ts'
import { pdfjs } from '../fillers/pdfjs.ts'
import { name, readTaggedFile, type TaggedFile, textIn } from '../pdfua/file/index.ts'
import { checkPdf } from '../pdfua/index.ts'
import { expansionsIn, readingText } from '../support/tagged-text.ts'
import { entryFor } from './entry-for.ts'
import {
  config,
  printSample,
  sampleForm,
  samplePolicy,
  templates,
  withoutMarkers,
} from './sample.ts'

let printed: Uint8Array
let stamped: StampedDocument
let file: TaggedFile

beforeAll(async () => {
  printed = await printSample()
  stamped = await stampForm(printed)
  file = await readTaggedFile(stamped.pdf)
}, 60_000)

async function stampForm(pdf: Uint8Array, document = sampleForm()): Promise<StampedDocument> {
  return stamp(pdf, document, { config, templates: await templates() })
}

describe('a stamped form', () => {
  test('conforms to PDF/UA-1 as far as the checker can tell', async () => {
    expect(await checkPdf(stamped.pdf)).toEqual([])
  })

  test('still conforms after pdf.js filled it in', async () => {
    const filled = await pdfjs.fill(stamped.pdf, slotsOf(sampleForm().fields).flatMap(entryFor))
    expect(await checkPdf(filled)).toEqual([])
  })

  test('has the fields of the document', async () => {
    const lines = file.fields.flatMap(({ name, dict, widgets }) => [
      [name, ...['FT', 'Ff', 'DA', 'MaxLen'].map((key) => dict.get(PDFName.of(key)) ?? '-')].join(
        ' ',
      ),
      ...widgets.map((widget) => `  ${[textIn(widget, 'TU'), ...statesOf(widget)].join(' | ')}`),
    ])
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('sample-fields.txt')
  })

  test('has lines to write on in boxes for several, which what is typed replaces', async () => {
    const filled = await pdfjs.fill(stamped.pdf, [{ name: 'notes', kind: 'text', value: 'Typed' }])
    expect(linesToWriteOn(file, 'notes')).toBe(3)
    expect(linesToWriteOn(file, 'actions.1.goal')).toBe(1)
    expect(linesToWriteOn(await readTaggedFile(filled), 'notes')).toBe(0)
  })

  test('has its widgets in reading order, inside the page and apart from each other', () => {
    const { widgets } = definition()
    expect(widgets.map(({ page }) => page)).toEqual(widgets.map(({ page }) => page).sort())
    for (const [index, { page, rect }] of widgets.entries()) {
      const [left, bottom, right, top] = rect
      expect(
        left > 0 && bottom > 0 && right < 595 && top < 842 && left < right && bottom < top,
      ).toBe(true)
      const others = widgets.slice(index + 1).filter((other) => other.page === page)
      expect(others.filter((other) => overlap(rect, other.rect))).toEqual([])
    }
  })

  test('carries its definition, and both hashes in the metadata, the identifier and each footer', async () => {
    const { hash, questions } = definition()
    expect(readDefinition(definition())).toEqual(definition())
    expect(embeddedDefinition(file.pdf)).toEqual(definition())
    expect(file.metadata).toContain(`<policypack:formHash>${hash}</policypack:formHash>`)
    expect(file.metadata).toContain(
      `<policypack:formQuestions>${questions}</policypack:formQuestions>`,
    )
    const id = file.pdf.context.lookup(file.pdf.context.trailerInfo.ID, PDFArray)
    expect(id.lookup(0, PDFHexString).asString()).toBe(hash.slice(0, 16) + questions.slice(0, 16))
    for (const text of await pageTexts(stamped.pdf))
      expect(text).toContain(
        `sample-contract 1.2.0 · ${hash.slice(0, 12)} · ${questions.slice(0, 12)}`,
      )
  })

  test('has the same bytes when it is printed and stamped again', async () => {
    const again = await stampForm(await printSample())
    expect(Buffer.from(again.pdf).equals(stamped.pdf)).toBe(true)
  }, 60_000)

  test('takes its date from the content or from the caller', async () => {
    expect(infoDate(file.pdf)).toBe('2026-12-01T00:00:00.000Z')
    const date = new Date('2031-02-03T04:05:06Z')
    const { pdf } = await stamp(printed, sampleForm(), {
      config,
      templates: await templates(),
      date,
    })
    expect(infoDate((await readTaggedFile(pdf)).pdf)).toBe(date.toISOString())
  })

  test('is not larger than 200 KB', () => {
    expect(stamped.pdf.length).toBeLessThan(200_000)
  })

  test('describes its links and leads to the other files of the pack', () => {
    const links = file.annotations.flatMap(({ dict }) => {
      const uri = dict.lookupMaybe(name('A'), PDFDict)?.lookup(name('URI'), PDFString, PDFHexString)
      return uri ? [`${textIn(dict, 'Contents')} -> ${uri.decodeText()}`] : []
    })
    expect([...new Set(links)]).toEqual([
      'mentoring policy -> mentoring-policy.pdf',
      'a site with a name that runs over the end of the line -> https://example.org/a',
      'ask HR. -> https://example.org/hr',
    ])
  })

  test('has each abbreviation in a span with its expansion, wherever it stands', async () => {
    const spans = await expansionsIn(stamped.pdf)
    expect(spans.map(({ text, expansion, path }) => [path, text, expansion])).toEqual([
      ['Document/L/LI/LBody/Span', 'HR', 'human resources'],
      ['Document/H2/Span', 'GROW', 'Goal, Reality, Options, Will'],
      ['Document/P/Span', 'KPIs', 'key “performance” \\ (indicators)'],
      ['Document/P/Span', 'AD', 'anno Domini'],
      ['Document/P/Span', 'BC', 'before Christ'],
      ['Document/P/Link/Span', 'HR', 'human resources'],
      // Broken at the end of a line, and at the end of a page
      ['Document/P/Span', 'World Health Organization', 'WHO'],
      ['Document/Table/TR/TD/Span', 'HR', 'human resources'],
      ['Document/P/Span', 'United Nations Organization', 'UNO'],
    ])
    expect(
      file.structure.elements.filter(({ dict }) => /^expansion/.test(textIn(dict, 'Alt') ?? '')),
    ).toEqual([])
  })

  test('says the head of a table once, however many pages it is printed on', async () => {
    const tall = await printSample((html) => html.replace('14mm', '150mm'))
    const { pdf } = await stampForm(tall)
    const { structure, pages } = await readTaggedFile(pdf)
    expect(pages.length).toBeGreaterThan(file.pages.length)
    const heads = structure.elements.filter(({ type }) => type === 'TH')
    expect(heads.map(({ contents }) => contents.length)).toEqual(heads.map(() => 1))
    expect(await checkPdf(pdf)).toEqual([])
  })

  test('is read in the order in which it is written, with abbreviations among the words', async () => {
    expect(await readingText(stamped.pdf)).toContain(
      'Meetings (GROW) KPIs-led; ADBC; ask HR. The line is long enough',
    )
    expect(await bookmarksOf(stamped.pdf)).toContain('Meetings (GROW)')
  })

  test('keeps the empty cells of a table in their columns', () => {
    const gaps = file.structure.elements.filter(({ standard }) => standard === 'Table')[1]
    const rows = gaps?.kids.filter(({ standard }) => standard === 'TR') ?? []
    const filled = rows.map(({ kids }) => kids.map((cell) => cell.contents.length > 0))
    expect(filled).toEqual([
      [true, true, true],
      [true, false, true],
      [true, true, false],
    ])
  })
})

describe('a stamped policy', () => {
  test('has no form and conforms as well', async () => {
    const { pdf, definition } = await stampForm(await printSample(withoutMarkers), samplePolicy())
    expect(definition).toBeUndefined()
    expect(await checkPdf(pdf)).toEqual([])
    expect((await readTaggedFile(pdf)).form).toBeUndefined()
  }, 60_000)
})

test('names a heading that has no bookmark, as when a style sheet hides it', async () => {
  const document = samplePolicy()
  const printed = await PDFDocument.load(await printSample(withoutMarkers))
  printed.catalog.delete(PDFName.of('Outlines'))
  await stampForm(await printed.save(), document)
  expect(messagesOf(document.file)).toMatchObject([
    {
      severity: 'error',
      rule: 'template',
      message: 'Unexpected heading `Sample contract` without a bookmark in print',
    },
  ])
}, 60_000)

test('names each field that is not printed exactly once', async () => {
  const document = sampleForm()
  const pdf = await printSample((html) =>
    html
      .replace('<a class="field" href="field:mail"></a>', '')
      .replace('field:size', 'field:notes')
      .replace('field:rate#r2', 'field:rate#r9'),
  )
  await stampForm(pdf, document)
  expect(messagesOf(document.file).map(({ rule, message }) => `${rule}: ${message}`)).toEqual([
    'marker-count: Unexpected number of places for field `mail` in print, expected one and found it nowhere',
    'marker-count: Unexpected number of places for field `size` in print, expected one and found it nowhere',
    'marker-count: Unexpected number of places for field `notes` in print, expected one and found it 2 times, on pages 1, 1',
    'marker-count: Unexpected number of places for field `rate#r2` in print, expected one and found it nowhere',
    'marker-count: Unexpected field `rate#r9` in print on page 2, expected only fields of `sample-contract`',
  ])
}, 60_000)

function definition(): FormDefinition {
  if (!stamped.definition) throw new Error('The sample is a form')
  return stamped.definition
}

function statesOf(widget: PDFDict): string[] {
  const normal = widget.lookup(name('AP'), PDFDict).lookup(name('N'))
  return normal instanceof PDFDict ? normal.keys().map((state) => state.decodeText()) : []
}

function linesToWriteOn({ fields }: TaggedFile, field: string): number {
  const [widget] = fields.find(({ name }) => name === field)?.widgets ?? []
  const normal = widget?.lookup(name('AP'), PDFDict).lookup(name('N'))
  if (!(normal instanceof PDFRawStream)) throw new Error(`${field} has no appearance`)
  const content = Buffer.from(decodePDFRawStream(normal).decode()).toString('latin1')
  return content.match(/ l S$/gm)?.length ?? 0
}

type Rect = readonly [number, number, number, number]

function overlap(a: Rect, b: Rect): boolean {
  return a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3]
}

function embeddedDefinition({ catalog }: PDFDocument): unknown {
  const file = catalog.lookup(name('AF'), PDFArray).lookup(0, PDFDict)
  const stream = file.lookup(name('EF'), PDFDict).lookup(name('F'))
  if (!(stream instanceof PDFRawStream)) throw new Error('The definition is not embedded')
  return JSON.parse(Buffer.from(decodePDFRawStream(stream).decode()).toString())
}

function infoDate({ context }: PDFDocument): string {
  const info = context.lookup(context.trailerInfo.Info, PDFDict)
  return info.lookup(name('CreationDate'), PDFString).decodeDate().toISOString()
}

async function pageTexts(pdf: Uint8Array): Promise<string[]> {
  const task = getDocument({ data: pdf.slice(), verbosity: 0 })
  const opened = await task.promise
  const texts = Array.from({ length: opened.numPages }, async (_, index) => {
    const { items } = await (await opened.getPage(index + 1)).getTextContent()
    return items.map((item) => ('str' in item ? item.str : '')).join('')
  })
  const read = await Promise.all(texts)
  await task.destroy()
  return read
}

async function bookmarksOf(pdf: Uint8Array): Promise<string[]> {
  const task = getDocument({ data: pdf.slice(), verbosity: 0 })
  const outline = await (await task.promise).getOutline()
  await task.destroy()
  return (outline ?? []).flatMap(({ title, items }) => [title, ...items.map((item) => item.title)])
}
