import { expect, test } from 'vitest'
import { linkedPieces } from '../../src/pack/text/address.ts'

/** Texts of answers, and what in them leads where. */
const texts: readonly (readonly [text: string, links: Record<string, string>])[] = [
  ['hr@example.org', { 'hr@example.org': 'mailto:hr@example.org' }],
  ['Write to hr@example.org, or ask.', { 'hr@example.org': 'mailto:hr@example.org' }],
  [
    "o'neil+hr@sub.example.org.",
    { "o'neil+hr@sub.example.org": "mailto:o'neil+hr@sub.example.org" },
  ],
  ['(hr@example.org)', { 'hr@example.org': 'mailto:hr@example.org' }],
  [
    'see https://example.org/a_(b), page 2',
    { 'https://example.org/a_(b)': 'https://example.org/a_(b)' },
  ],
  ['(see https://example.org/a).', { 'https://example.org/a': 'https://example.org/a' }],
  ['www.example.org/people', { 'www.example.org/people': 'https://www.example.org/people' }],
  ['Telephone 020 7946 0000.', { '020 7946 0000': 'tel:02079460000' }],
  ['tel.: +44 (0)20 7946 0000', { '+44 (0)20 7946 0000': 'tel:+442079460000' }],
  [
    'a@example.org or b@example.org',
    { 'a@example.org': 'mailto:a@example.org', 'b@example.org': 'mailto:b@example.org' },
  ],
  ['https://user@evil.example', {}],
  ['https://', {}],
  ['javascript:alert(1)', {}],
  ['the Head of People and Culture', {}],
  ['HR-24, 2026-12-01, 020 7946 0000', {}],
  ['', {}],
]

test.each(texts)('%s', (text, links) => {
  const pieces = linkedPieces(text)
  expect(pieces.map((piece) => piece.text).join('')).toBe(text)
  const found = pieces.flatMap((piece) => (piece.url ? [[piece.text, piece.url]] : []))
  expect(Object.fromEntries(found)).toEqual(links)
})

test('a number is that of a telephone where one is asked for', () => {
  expect(linkedPieces('020 7946 0000', true)).toEqual([
    { text: '020 7946 0000', url: 'tel:02079460000' },
  ])
  expect(linkedPieces('the Head of People', true)).toEqual([{ text: 'the Head of People' }])
})
