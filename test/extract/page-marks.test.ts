import { expect, test } from 'vitest'
import { contentWith, type PageOptions } from './support/page.ts'
import { streamObject } from './support/pdf-writer.ts'

test.each([
  ['a filled rectangle', '10 20 30 40 re f', [{ kind: 'fill', box: [10, 20, 40, 60] }]],
  [
    'a stroked line with its width',
    '4 w 10 20 m 40 20 l S',
    [{ kind: 'stroke', box: [8, 18, 42, 22] }],
  ],
  [
    'a scaled width',
    '.5 0 0 .5 0 0 cm 4 w 20 40 m 80 40 l S',
    [{ kind: 'stroke', box: [9, 19, 41, 21] }],
  ],
  ['both', '10 20 30 40 re B', [{ kind: 'fill' }, { kind: 'stroke' }]],
  ['a level line is not slanted', '10 20 m 40 20 l S', [{ slanted: false }]],
  ['a tick is', '10 20 m 15 12 l 30 30 l S', [{ slanted: true }]],
  [
    'a curve of a pen is',
    '10 20 m 12 24 18 26 20 30 c S',
    [{ slanted: true, curved: true, box: [9.5, 19.5, 20.5, 30.5] }],
  ],
  [
    'a ring of two arcs is curved and not slanted',
    '20 20 m 24 20 24 28 20 28 c 16 28 16 20 20 20 c s',
    [{ slanted: false, curved: true }],
  ],
  [
    'a ring of four arcs is curved and not slanted',
    '20 16 m 22 16 24 18 24 20 c 24 22 22 24 20 24 c 18 24 16 22 16 20 c 16 18 18 16 20 16 c s',
    [{ slanted: false, curved: true }],
  ],
  ['white', '1 g 10 20 30 40 re f', [{ lightness: 1 }]],
  ['a dark colour of ink', '0 0 0 1 k 10 20 30 40 re f', [{ lightness: 0 }]],
  ['what a clipping path leaves', '0 0 20 99 re W n 10 20 30 40 re f', [{ box: [10, 20, 20, 60] }]],
  ['nothing outside of it', '0 0 5 99 re W n 10 20 30 40 re f', []],
  [
    'the clipping path of before',
    'q 0 0 5 99 re W n Q 10 20 30 40 re f',
    [{ box: [10, 20, 40, 60] }],
  ],
  ['nothing of a path that is not painted', '10 20 30 40 re n', []],
  [
    'an inline image',
    'q 10 0 0 20 5 6 cm BI /W 1 /H 1 ID x EI Q',
    [{ kind: 'image', box: [5, 6, 15, 26] }],
  ],
])('%s', (_, content, marks) => {
  expect(contentWith(content).marks).toMatchObject(marks)
  expect(contentWith(content).marks).toHaveLength(marks.length)
})

const square = (entries: string) => streamObject(`/Subtype/Form${entries}`, '0 0 10 10 re f')

test('an appearance is fitted into the rectangle of its annotation', () => {
  const options: PageOptions = {
    page: '/Annots[<</Type/Annot/Subtype/Widget/Rect[50 60 70 80]/AS/on/AP<</N<</on 10 0 R/Off 11 0 R>>>>>>]',
    objects: {
      10: square('/BBox[0 0 10 10]'),
      11: streamObject('/Subtype/Form/BBox[0 0 1 1]', ''),
    },
  }
  expect(contentWith('', options).marks).toMatchObject([{ box: [50, 60, 70, 80] }])
})

test('an appearance that is hidden is not seen', () => {
  const options: PageOptions = {
    page: '/Annots[<</Type/Annot/Subtype/Stamp/F 2/Rect[50 60 70 80]/AP<</N 10 0 R>>>>]',
    objects: { 10: square('/BBox[0 0 10 10]') },
  }
  expect(contentWith('', options)).toMatchObject({ marks: [], annotations: [] })
})

test.each([
  ['text that was typed over it, not by its appearance', 'FreeText', 'typed', false],
  ['a note, without its icon', 'Text', 'noted', false],
  ['a highlighted passage, without its colour', 'Highlight', '', false],
  ['a drawing, which is among the marks', 'Ink', '', true],
])('a page tells of %s', (_, subtype, text, painted) => {
  const options: PageOptions = {
    page: `/Annots[<</Type/Annot/Subtype/${subtype}/Rect[50 60 70 80]/Contents(${text})/AP<</N 10 0 R>>>>]`,
    objects: { 10: square('/BBox[0 0 10 10]') },
  }
  const { marks, annotations } = contentWith('', options)
  expect(annotations).toEqual([{ subtype, text, box: [50, 60, 70, 80], painted }])
  expect(marks).toHaveLength(painted ? 1 : 0)
})

const hostile: Record<string, [content: string, options?: PageOptions]> = {
  'a form that paints itself': [
    '/X Do',
    {
      xobjects: '/X 10 0 R',
      objects: {
        10: streamObject(
          '/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 10 0 R>>>>',
          '/X Do /X Do',
        ),
      },
    },
  ],
  'states that are saved and saved': ['q '.repeat(100_000)],
  'strings that do not end': ['('.repeat(100_000)],
  'arrays that do not end': ['[ '.repeat(100_000)],
  'a million characters': [`BT /F 1 Tf ${`(${'x'.repeat(1000)}) Tj `.repeat(1000)} ET`],
  'four million operators': ['n '.repeat(4_000_000)],
  'a font that is not there': ['BT /G 10 Tf (x) Tj ET'],
}

test.each(Object.entries(hostile))(
  '%s cost little and are said to be left out',
  (_, [content, options]) => {
    expect(contentWith(content, options).complete).toBe(false)
  },
)

test('numbers that are none are passed over', () => {
  const { glyphs, marks } = contentWith(
    `BT /F ${'9'.repeat(400)} Tf (x) Tj ET ${'9'.repeat(400)} 0 m 5 5 l S`,
  )
  expect({ glyphs, marks: marks.length }).toEqual({ glyphs: [], marks: 0 })
})
