import { describe, expect, test } from 'vitest'
import { legibility, readOverlays, recover } from '../../src/forms/pages/index.ts'
import type { FormDefinition } from '../../src/model/form.ts'
import { openPdf } from '../../src/pdf/index.ts'
import { readContents } from '../../src/pdf/page/index.ts'
import { type PageOptions, pdfWith } from './support/page.ts'

/** A page with a box to tick, two buttons, a line, a paragraph, a list and a place to sign. */
const form: FormDefinition = {
  format: 1,
  id: 'sample',
  version: '1.0.0',
  title: 'Sample',
  organisation: 'Larkspur',
  locale: 'en-GB',
  recordKey: [],
  rules: [],
  fields: [
    { type: 'checkbox', name: 'agrees', label: 'Agrees', required: false },
    {
      type: 'choice',
      name: 'often',
      label: 'How often',
      required: false,
      options: [
        { value: 'weekly', label: 'Weekly', state: 'weekly' },
        { value: 'monthly', label: 'Monthly', state: 'monthly' },
      ],
    },
    { type: 'text', name: 'name', label: 'Name', required: false },
    { type: 'multiline', name: 'notes', label: 'Notes', required: false, lines: 3 },
    {
      type: 'select',
      name: 'place',
      label: 'Place',
      required: false,
      options: [{ value: 'york', label: 'York, North', state: 'york' }],
    },
    { type: 'signature', name: 'signed', label: 'Signature', required: false },
  ],
  pages: 1,
  widgets: [
    { name: 'agrees', state: 'yes', page: 0, rect: [10, 10, 22, 22] },
    { name: 'often', state: 'weekly', page: 0, rect: [30, 10, 42, 22] },
    { name: 'often', state: 'monthly', page: 0, rect: [50, 10, 62, 22] },
    { name: 'name', page: 0, rect: [70, 10, 130, 22] },
    { name: 'notes', page: 0, rect: [10, 30, 100, 66] },
    { name: 'place', page: 0, rect: [110, 30, 190, 42] },
    { name: 'signed', page: 0, rect: [110, 46, 190, 66] },
  ],
  anchors: [
    { page: 0, text: 'Sample form', x: 10, y: 90 },
    { page: 0, text: 'of Larkspur', x: 120, y: 90 },
    { page: 0, text: 'Please fill in', x: 10, y: 78 },
    { page: 0, text: 'and send it', x: 120, y: 78 },
  ],
  questions: '0'.repeat(64),
  hash: '0'.repeat(64),
}

/** The borders of the boxes in the ways in which programs draw them, and the printed texts. */
const printed = [
  '10.5 10.5 11 11 re S 1 g 30 10 12 12 re f 0 G 0 g 30.5 10.5 11 11 re S',
  '56 10 m 59.3 10 62 12.7 62 16 c 62 19.3 59.3 22 56 22 c 52.7 22 50 19.3 50 16 c 50 12.7 52.7 10 56 10 c s',
  'BT /F 8 Tf',
  ...(form.anchors ?? []).map(({ text, x, y }) => `1 0 0 1 ${x} ${y} Tm (${text}) Tj`),
  '1 0 0 1 132 13 Tm (, and) Tj ET',
].join('\n')

function readWith(content: string, options?: PageOptions) {
  return recover(form, readContents(openPdf(pdfWith(`${printed}\n${content}`, options))))
}

describe('a box is', () => {
  const dingbats = { fonts: '/Z<</Type/Font/Subtype/Type1/BaseFont/ZapfDingbats>>' }
  test.each([
    ['ticked by a drawn tick', '12.6 16 m 15 13.4 l 19.5 19 l S', ['yes'], 0.95],
    [
      'ticked by a cross from corner to corner',
      '10 10 m 22 22 l S 10 22 m 22 10 l S',
      ['yes'],
      0.95,
    ],
    ['ticked by a dot', '13 13 6 6 re f', ['yes'], 0.95],
    ['ticked by an image', 'q 8 0 0 8 12 12 cm BI /W 1 /H 1 ID x EI Q', ['yes'], 0.95],
    ['ticked by a letter', 'BT /F 9 Tf 13 13 Td (x) Tj ET', ['yes'], 0.95],
    ['ticked by a check mark', 'BT /Z 10 Tf 12 13 Td (4) Tj ET', ['yes'], 0.95],
    ['perhaps ticked by a stroke through it', '2 4 m 34 30 l S', ['yes'], 0.5],
    ['perhaps ticked when it is black all over', '10 10 12 12 re f', ['yes'], 0.5],
    ['not ticked by its border', '', [], 0.95],
    ['not ticked by white', '1 g 12 12 8 8 re f', [], 0.95],
    ['not ticked by a speck', '16 16 1 1 re f', [], 0.95],
    ['not ticked by what stands beside it', 'BT /F 9 Tf 23 13 Td (x) Tj ET', [], 0.95],
    ['not ticked by a space', 'BT /F 9 Tf 14 13 Td ( ) Tj ET', [], 0.95],
    ['not ticked by a frame around more', '4 4 190 60 re S', [], 0.95],
  ])('%s', (_, content, texts, confidence) => {
    // The line typed elsewhere keeps the form from counting as one without any text.
    const recovered = readWith(`${content} BT /F 8 Tf 72 13 Td (x) Tj ET`, dingbats)
    expect(recovered?.values.get('agrees')).toEqual({ texts, confidence })
  })
})

const at = (x: number, y: number, text: string) => `BT /F 8 Tf ${x} ${y} Td (${text}) Tj ET\n`

describe('a text is', () => {
  test.each([
    ['clear', 'name', at(72, 13, 'Zo\\353 Smith'), ['Zoë Smith'], 0.95],
    ['without what is printed after the box', 'name', at(72, 13, 'Zoe'), ['Zoe'], 0.95],
    [
      'doubtful when it runs over the box',
      'name',
      at(72, 13, 'It goes on and on, alas'),
      ['It goes on and o'],
      0.5,
    ],
    [
      'doubtful when its end is covered',
      'name',
      `q 70 10 60 12 re W n ${at(72, 13, 'It goes on and on, alas')} Q`,
      ['It goes on and on, alas'],
      0.5,
    ],
    ['doubtful when nobody sees it', 'name', `1 g ${at(72, 13, 'white')}`, ['white'], 0.5],
    [
      'doubtful when texts lie over one another',
      'name',
      at(72, 13, 'one') + at(73, 13, 'two'),
      ['otwneo'],
      0.5,
    ],
    [
      'doubtful when something is missing in it',
      'name',
      at(72, 13, 'a') + at(92, 13, 'b'),
      ['a b'],
      0.5,
    ],
    [
      'read once when it is painted twice',
      'name',
      at(72, 13, 'bold') + at(72.1, 13, 'bold'),
      ['bold'],
      0.95,
    ],
    [
      'broken where somebody broke it',
      'notes',
      at(12, 56, 'first') + at(12, 46, 'second'),
      ['first\nsecond'],
      0.9,
    ],
    [
      'joined where the box broke it',
      'notes',
      at(12, 56, 'The first line is full to') + at(12, 46, 'the end'),
      ['The first line is full to the end'],
      0.9,
    ],
    [
      'doubtful when a line ends with a hyphen',
      'notes',
      at(12, 56, 'The first line is well-') + at(12, 46, 'known'),
      ['The first line is well- known'],
      0.5,
    ],
    [
      'doubtful when a word is longer than a line',
      'notes',
      at(12, 56, 'Donaudampfschiffahrtsg') + at(12, 46, 'esellschaft'),
      ['Donaudampfschiffahrtsg esellschaft'],
      0.5,
    ],
    [
      'broken twice where a line is empty',
      'notes',
      at(12, 60, 'a') + at(12, 50, 'b') + at(12, 34, 'c'),
      ['a\nb\n\nc'],
      0.5,
    ],
    ['an option when it is one', 'place', at(112, 33, 'York,North'), ['York, North'], 0.95],
    [
      'an option beside the arrow of its list',
      'place',
      `180 38 m 186 38 l 183 34 l h f ${at(112, 33, 'York, North')}`,
      ['York, North'],
      0.95,
    ],
    ['doubtful when it is no option', 'place', at(112, 33, 'Leeds'), ['Leeds'], 0.5],
    [
      'letters where a program put a ligature',
      'name',
      `BT /L 8 Tf 72 13 Td (a1b) Tj ET`,
      ['afib'],
      0.95,
    ],
    [
      'doubtful when its letters stand too close for spaces to show',
      'name',
      ['a', 'b', 'c', 'd'].map((letter, index) => at(72 + index * 2.9, 13, letter)).join(''),
      ['abcd'],
      0.5,
    ],
    [
      'blank and not readable when it is askew',
      'name',
      'BT /F 8 Tf .99 .1 -.1 .99 72 13 Tm (askew) Tj ET',
      [],
      0.2,
    ],
    ['blank and not readable when it is drawn', 'name', '80 12 m 95 20 l 99 13 l S', [], 0.2],
  ])('%s', (_, name, content, texts, confidence) => {
    const option = name === 'place' ? '' : at(112, 33, 'York, North')
    const ligature = '/Differences[49/fi]'
    const fonts = `/L<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding<<${ligature}>>>>`
    const recovered = readWith(`q ${content} Q ${option}`, { fonts })
    expect(recovered?.values.get(name)).toEqual({ texts, confidence })
  })
})

describe('a text is told as', () => {
  test.each([
    [
      'cut when its end is covered',
      'name',
      `70 10 60 12 re W n ${at(72, 13, 'It goes on and on, alas')}`,
      'cut',
    ],
    ['cut when it runs over the box', 'name', at(72, 13, 'It goes on and on, alas'), 'cut'],
    [
      'filling its box when there is no room for more',
      'notes',
      at(12, 56, 'one') + at(12, 46, 'two') + at(12, 36, 'three'),
      'filled',
    ],
    ['nothing of the kind when it fits', 'name', at(72, 13, 'Zoe'), undefined],
  ])('%s', (_, name, content, kind) => {
    const found = readWith(`q ${content} Q`)?.cutOff.map(({ slot, kind }) => [slot.name, kind])
    expect(found).toEqual(kind === undefined ? [] : [[name, kind]])
  })
})

test('two buttons of one group are a doubt', () => {
  const recovered = readWith('33 13 6 6 re f 53 13 6 6 re f')
  expect(recovered?.values.get('often')).toEqual({ texts: ['weekly', 'monthly'], confidence: 0.5 })
})

test.each([
  [
    'typed',
    'BT /F 9 Tf 115 52 Td (Zoe Smith) Tj ET',
    [{ field: 'signed', kind: 'typed', by: 'Zoe Smith' }],
  ],
  ['drawn', '120 50 m 140 62 l 160 50 l S', [{ field: 'signed', kind: 'drawn' }]],
  [
    'an image',
    'q 40 0 0 15 120 48 cm BI /W 1 /H 1 ID x EI Q',
    [{ field: 'signed', kind: 'drawn' }],
  ],
  [
    'a stamp askew',
    'BT /F 9 Tf .99 .1 -.1 .99 115 52 Tm (APPROVED) Tj ET',
    [{ field: 'signed', kind: 'drawn' }],
  ],
  [
    'drawn beside the tag of a program that asks for it',
    '.8 g 111 58 30 8 re f 0 g BT /F 6 Tf 113 60 Td (SIGN) Tj ET 120 50 m 140 56 l 160 50 l S',
    [{ field: 'signed', kind: 'drawn' }],
  ],
  [
    'absent where there is only that tag',
    '.8 g 111 58 30 8 re f 0 g BT /F 6 Tf 113 60 Td (SIGN) Tj ET',
    [],
  ],
  ['absent where a program asks for it', 'BT /F 9 Tf 115 52 Td (Sign here) Tj ET', []],
])('a signature is %s', (_, content, signatures) => {
  expect(readWith(content)?.signatures).toEqual(signatures)
})

const overlays: PageOptions = {
  page: `/Annots[${[
    '/Subtype/FreeText/Rect[68 8 128 24]/Contents(Zo\\353)',
    '/Subtype/FreeText/Rect[32 11 41 21]/Contents(x)',
    '/Subtype/Ink/Rect[9 9 24 24]',
    '/Subtype/Ink/Rect[115 48 180 64]',
    '/Subtype/Ink/Rect[20 40 80 60]',
    '/Subtype/Highlight/Rect[110 30 190 42]',
    '/Subtype/FreeText/Rect[110 70 190 90]/Contents(beside)',
  ]
    .map((entries) => `<</Type/Annot${entries}>>`)
    .join('')}]`,
}

test('text and ink over boxes are read from the annotations', () => {
  const { values, signatures, remarks } = readOverlays(openPdf(pdfWith(printed, overlays)), form)
  expect(Object.fromEntries(values)).toEqual({
    name: { texts: ['Zoë'], confidence: 0.95 },
    often: { texts: ['weekly'], confidence: 0.95 },
    agrees: { texts: ['yes'], confidence: 0.95 },
    notes: { texts: [], confidence: 0.2 },
  })
  expect(signatures).toEqual([{ field: 'signed', kind: 'drawn' }])
  expect(remarks).toEqual([
    { page: 0, subtype: 'Highlight', text: '' },
    { page: 0, subtype: 'FreeText', text: 'beside' },
  ])
})

test('another word than a tick in a box to tick may say no', () => {
  const page = '/Annots[<</Subtype/FreeText/Rect[10 10 22 22]/Contents(no)>>]'
  const { values } = readOverlays(openPdf(pdfWith(printed, { page })), form)
  expect(values.get('agrees')).toEqual({ texts: ['yes'], confidence: 0.5 })
})

test('text typed over a flattened page goes with what is on it, and ink over text is a doubt', () => {
  const recovered = readWith('BT /F 8 Tf 12 56 Td (on the page) Tj ET', overlays)
  expect(recovered?.values.get('name')).toEqual({ texts: ['Zoë'], confidence: 0.95 })
  expect(recovered?.values.get('often')).toEqual({ texts: ['weekly'], confidence: 0.95 })
  expect(recovered?.values.get('notes')).toEqual({ texts: ['on the page'], confidence: 0.5 })
  expect(recovered?.remarks).toEqual([
    { page: 0, subtype: 'Highlight', text: '' },
    { page: 0, subtype: 'FreeText', text: 'beside' },
  ])
})

const pen = { fonts: '/P<</Type/Font/Subtype/Type1/BaseFont/Courier>>' }
test.each([
  ['text in a font that the form does not have', 'BT /P 8 Tf 12 70 Td (Call me) Tj ET', 'Call me'],
  ['a tick beside its box', 'BT /P 9 Tf 23 13 Td (x) Tj ET', 'x'],
  ['a stroke of a pen', '140 20 m 160 26 l S', ''],
  ['a ring around an option', '140 16 m 140 26 190 26 190 16 c 190 6 140 6 140 16 c s', ''],
])('%s is a remark', (_, content, text) => {
  const subtype = text === '' ? 'Ink' : 'FreeText'
  expect(readWith(content, pen)?.remarks).toEqual([{ page: 0, subtype, text }])
})

test.each([
  ['text in a font of the form', 'BT /F 8 Tf 12 70 Td (printed) Tj ET'],
  ['an ornament in another font', 'BT /P 8 Tf 12 70 Td (-) Tj ET'],
  ['the name of the form', 'BT /P 8 Tf 12 2 Td (sample 1.0.0 \\267 0123456789ab) Tj ET'],
  ['a level line', '140 20 m 180 20 l S'],
  ['a logo above the boxes', '150 92 m 180 98 l S'],
  ['what is in a box', '72 13 m 90 20 l S'],
  ['the tick of a box', '9 9 m 24 24 l S'],
])('%s is no remark', (_, content) => {
  expect(readWith(content, pen)?.remarks).toEqual([])
})

test('a page with nothing in its boxes is told, and then not even a button is plainly blank', () => {
  const recovered = readWith('')
  expect(recovered?.blankPages).toEqual([0])
  expect(recovered?.values.get('agrees')).toEqual({ texts: [], confidence: 0.5 })
  expect(readWith('120 50 m 140 62 l 160 50 l S')?.blankPages).toEqual([])
})

test('a button whose border cannot be seen may have been cut off', () => {
  const cut = pdfWith(`0 0 200 100 re 26 6 100 80 re W* n ${printed}`.replace('W*', ''), {
    page: '/CropBox[26 0 200 100]',
  })
  const recovered = recover(form, readContents(openPdf(cut)))
  expect(recovered?.values.get('agrees')).toEqual({ texts: [], confidence: 0.5 })
})

test('two pages side by side on one sheet are both read', () => {
  const again = (text: string) => text.toUpperCase()
  const both: FormDefinition = {
    ...form,
    pages: 2,
    fields: [...form.fields, { type: 'text', name: 'more', label: 'More', required: false }],
    widgets: [...form.widgets, { name: 'more', page: 1, rect: [70, 10, 130, 22] }],
    anchors: [
      ...(form.anchors ?? []),
      ...(form.anchors ?? []).map((anchor) => ({ ...anchor, page: 1, text: again(anchor.text) })),
    ],
  }
  const second = (form.anchors ?? [])
    .map(({ text, x, y }) => `1 0 0 1 ${x} ${y} Tm (${again(text)}) Tj`)
    .join(' ')
  const content = `q .5 0 0 .5 0 20 cm ${printed} BT /F 8 Tf 72 13 Td (one) Tj ET Q
    q .5 0 0 .5 100 20 cm BT /F 8 Tf ${second} 1 0 0 1 72 13 Tm (two) Tj ET Q`
  const recovered = recover(both, readContents(openPdf(pdfWith(content))))
  expect(recovered?.missingPages).toEqual([])
  expect(recovered?.values.get('name')?.texts).toEqual(['one'])
  expect(recovered?.values.get('more')?.texts).toEqual(['two'])
})

test('two different answers in one box are a doubt', () => {
  const recovered = readWith('BT /F 8 Tf 72 13 Td (Zoe) Tj ET', overlays)
  expect(recovered?.values.get('name')).toEqual({ texts: ['Zoe'], confidence: 0.5 })
})

test.each([
  ['text', printed, {}],
  ['pictures', 'q 200 0 0 100 0 0 cm BI /W 1 /H 1 ID x EI Q', {}],
  ['unmapped', '1 2 3 4 re f '.repeat(400), {}],
  [
    'unmapped',
    `BT /S 9 Tf (${'x'.repeat(99)}) Tj ET`,
    { fonts: '/S<</Type/Font/Subtype/TrueType/FontDescriptor<</Flags 4>>>>' },
  ],
])('the pages of a file hold %s', (kind, content, options) => {
  expect(legibility(readContents(openPdf(pdfWith(content, options))))).toBe(kind)
})
