import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createCanvas } from '@napi-rs/canvas'
import { describe, expect, test } from 'vitest'
import { readForm } from '../../src/forms/read-form.ts'
import { type FieldValue, fillForm } from '../../src/pdf/fill/index.ts'
import { openPdf } from '../../src/pdf/index.ts'
import { drawLettersOn } from '../../src/web/draw-letters.ts'
import { page } from '../fillers/page.ts'
import { pdfjs } from '../fillers/pdfjs.ts'
import { readTaggedFile } from '../pdfua/file/index.ts'
import { checkPdf } from '../pdfua/index.ts'
import { compare } from '../renderers/compare.ts'
import { TOLERATED } from '../renderers/every-page.ts'
import { pdfium } from '../renderers/pdfium.ts'
import { pdfjs as pdfjsRenderer } from '../renderers/pdfjs.ts'
import { poppler } from '../renderers/poppler.ts'
import { definitionIn } from '../support/definitions.ts'
import { printableAnswers } from '../support/printable-answers.ts'
import { samplePack } from '../support/sample-pack.ts'

const pack = await samplePack()
const id = 'mentoring-contract'
const form = definitionIn(pack, id)
const blank = new Uint8Array(readFileSync(join(pack, `${id}.pdf`)))
const drawLetters = drawLettersOn(createCanvas(1, 1))
const tick = {
  strokes: [
    [
      [0, 20],
      [10, 40],
      [60, 0],
    ],
    [[30, 30]],
  ],
} as const

describe('a signature', () => {
  test('that is drawn is read as drawn, and one that is typed with its name', async () => {
    const { draft, messages } = await read(
      fill({ 'mentee.signature': tick, 'mentor.signature': 'Łukasz 李小龍' }),
    )
    expect(draft.signatures).toEqual([
      { field: 'mentee.signature', kind: 'drawn' },
      { field: 'mentor.signature', kind: 'typed', by: 'Łukasz 李小龍' },
    ])
    expect(messages.filter((rule) => /shown|remark|added|altered/.test(rule))).toEqual([])
  })

  test('has an element of its own behind that of its box', async () => {
    const signed = fill({ 'mentee.signature': tick, 'mentor.signature': 'Ada' })
    expect(await checkPdf(signed)).toEqual([])
    const { structure } = await readTaggedFile(signed)
    const types = structure.elements.map(({ standard }) => standard)
    const at = types.indexOf('Annot')
    expect(types.filter((type) => type === 'Annot')).toHaveLength(2)
    expect(types[at - 1]).toBe('Form')
  })

  test.each([
    ['a dot', [[[5, 5]]]],
    [
      'a line across',
      [
        [
          [0, 5],
          [90, 5],
        ],
      ],
    ],
    [
      'a line down',
      [
        [
          [5, 0],
          [5, 90],
        ],
      ],
    ],
  ] as const)('of %s stays in its box', async (_, strokes) => {
    const { draft } = await read(fill({ 'mentee.signature': { strokes } }))
    expect(draft.signatures).toEqual([{ field: 'mentee.signature', kind: 'drawn' }])
  })
})

test('the same answers give the same bytes', () => {
  const values = { 'mentee.name': 'Ελένη 李小龍', 'mentee.signature': tick }
  expect(fill(values)).toEqual(fill(values))
})

test('what was filled in can be changed in a PDF program', async () => {
  const first = fill({ 'mentee.name': '李小龍', 'mentor.name': 'Grace' })
  const entry = { name: 'mentee.name', kind: 'text', value: 'Bruce' } as const
  const { draft, messages } = await read(await pdfjs.fill(first, [entry]))
  expect(draft.values).toMatchObject({ mentee: { name: 'Bruce' }, mentor: { name: 'Grace' } })
  expect(messages).not.toContain('value-shown-otherwise')
})

test.each([
  ['long', 'A very long name that no box of a form has the room for '.repeat(4).trim()],
  ['without a space', 'x'.repeat(300)],
  ['in a script from right to left', 'מחמד בן שלמה, Ada'],
  ['with letters that combine', 'Z\u0308a\u0323\u0301 n\u0303'],
  ['of signs only', '— … ™ ½'],
])('a text is exact and shown: %s', async (_, value) => {
  const { draft, messages } = await read(fill({ 'mentee.name': value }))
  expect(draft.values).toMatchObject({ mentee: { name: value.normalize('NFC') } })
  expect(messages).not.toContain('value-shown-otherwise')
})

test('a field that the form does not have is an error', () => {
  expect(() => fill({ 'mentee.nick': 'Al' })).toThrow('The form has no field `mentee.nick`')
})

test.each([pdfjsRenderer, poppler].filter((renderer) => renderer.available()))(
  'PDFium and $name show the same',
  async (renderer) => {
    const filled = await page.fill(blank, printableAnswers(form))
    const others = renderer.pictures(filled)
    for await (const picture of pdfium.pictures(filled)) {
      const { value: other } = await others.next()
      expect(compare(picture, other).area).toBeLessThan(TOLERATED)
    }
  },
)

function fill(values: Record<string, FieldValue>): Uint8Array {
  return fillForm(openPdf(blank), new Map(Object.entries(values)), { drawLetters })
}

async function read(bytes: Uint8Array) {
  const { hash, organisation } = form
  const result = await readForm(bytes, {
    file: 'form.pdf',
    known: { definitions: [form], publishedHashes: new Set([hash]), organisation },
  })
  if (result.status !== 'read') throw new Error(JSON.stringify(result.messages))
  return { draft: result.draft, messages: result.draft.messages.map(({ rule }) => rule) }
}
