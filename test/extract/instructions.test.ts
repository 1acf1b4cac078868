import { expect, test } from 'vitest'
import { asciiBytes } from '../../src/pdf/bytes.ts'
import { PdfName } from '../../src/pdf/objects.ts'
import { readCMap, readInstructions } from '../../src/pdf/page/index.ts'

function read(content: string, onFault?: () => void) {
  return [...readInstructions(asciiBytes(content), onFault)]
}

/** Each instruction as it stands in the content. */
function places(content: string): string[] {
  return read(content).map(({ start, end }) => content.slice(start, end))
}

test.each([
  ['operators with and without operands', 'q 1 0 0 1 .5 -2 cm\nT* f*', 4],
  ['strings with what looks like operators', '[(a\\)b(c)) -3 <0F>] TJ\n(EMC) Tj', 2],
  ['dictionaries', '/Span <</Lang (en) /A [1 2]>> BDC\n/P<</MCID 3>>BDC\nEMC', 3],
  ['constants', 'true false null x\ny', 2],
])('says where %s begin and end', (_, content, count) => {
  const found = places(content)
  expect(found).toHaveLength(count)
  // White space is all that lies between them.
  expect(found.join('').replace(/\s/g, '')).toBe(content.replace(/\s/g, ''))
  expect(found.every((place) => place === place.trim())).toBe(true)
})

test('leaves comments and what is no syntax outside of the places', () => {
  expect(places('% 1 w\n2 w % 3 w\n} 4 w')).toEqual(['2 w', '4 w'])
})

test('has a comment among operands within the place', () => {
  expect(places('1 % one\n0 0 rg')).toEqual(['1 % one\n0 0 rg'])
})

test('begins with the first operand that can be read', () => {
  let faults = 0
  const content = '< 1 w'
  const [first] = read(content, () => faults++)
  expect(faults).toBe(1)
  expect(content.slice(first?.start, first?.end)).toBe('1 w')
})

test('ends an inline image behind its data', () => {
  const [, image, last] = places('BI /W 1 ID x EI \x02 EI Q')
  expect([image, last]).toEqual(['/W 1 ID x EI \x02 EI', 'Q'])
})

test('gives operands as objects', () => {
  const [tag, properties] = read('/P#31 <</MCID 7 /ActualText <FEFF0041>>> BDC')[0]?.operands ?? []
  expect(tag).toEqual(new PdfName('P1'))
  expect(properties).toMatchObject(
    new Map<string, unknown>([
      ['MCID', 7],
      ['ActualText', { bytes: Uint8Array.of(0xfe, 0xff, 0, 0x41) }],
    ]),
  )
})

test('lists the texts of a CMap as it gives them one by one', () => {
  const cmap = readCMap(
    asciiBytes(
      '2 beginbfchar <0001> <0061> <0003> <0062> endbfchar ' +
        '3 beginbfrange <0002> <0004> <0041> <10> <10> <00660069> <20> <21> [<0078> <D83DDE00>] endbfrange',
    ),
  )
  const texts = cmap.texts()
  expect(Object.fromEntries(texts)).toEqual({
    1: 'a',
    2: 'A',
    3: 'b',
    4: 'C',
    16: 'fi',
    32: 'x',
    33: '😀',
  })
  for (const [code, text] of texts) expect(cmap.text(code)).toBe(text)
})

test('lists no more texts of an endless range than there is room for', () => {
  const cmap = readCMap(asciiBytes('1 beginbfrange <00000000> <FFFFFFFF> <0041> endbfrange'))
  expect(cmap.texts().size).toBe(100_000)
})
