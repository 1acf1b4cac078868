import { expect, test } from 'vitest'
import {
  CORNERS,
  MOST_MARKED_PAGES,
  placeOfMark,
  readPageMark,
  writePageMark,
} from '../../src/contracts/page-mark.ts'

const hash = '7918c24fe5a6'
const marks = [0, 1, 9, MOST_MARKED_PAGES - 1].flatMap((page) =>
  CORNERS.map((corner) => ({ hash, page, corner })),
)

test.each(marks)('a mark is read back: page $page, $corner', (mark) => {
  const text = writePageMark({ ...mark, hash: hash.padEnd(64, '0') })
  expect(text).toMatch(/^P[0-9A-Z]{15}$/)
  expect(readPageMark(text)).toEqual(mark)
})

test('a mark with one character changed, or two swapped, is none', () => {
  const text = writePageMark({ hash, page: 3, corner: 'bottom left' })
  const changed = Array.from(text).flatMap((was, index) =>
    Array.from('0123456789ABCDEF')
      .filter((now) => now !== was)
      .map((now) => text.slice(0, index) + now + text.slice(index + 1)),
  )
  const swapped = Array.from({ length: text.length - 1 }, (_, index) => {
    const [one, other] = [text[index]!, text[index + 1]!]
    return text.slice(0, index) + other + one + text.slice(index + 2)
  }).filter((other) => other !== text)
  expect([...changed, ...swapped].filter((other) => readPageMark(other))).toEqual([])
})

test.each(['', 'P', 'https://example.org/', 'X7918C24FE5A600C', '978020137962'])(
  '%o is none',
  (text) => {
    expect(readPageMark(text)).toBeUndefined()
  },
)

test('marks keep 13 mm from each edge, and 1 mm from the text', () => {
  const mm = 72 / 25.4
  const page = { width: 210 * mm, height: 297 * mm }
  for (const corner of CORNERS) {
    const [left, bottom, right, top] = placeOfMark(corner, page)
    expect(Math.min(left, bottom, page.width - right, page.height - top)).toBeCloseTo(13 * mm)
    expect(Math.max(page.width - left, right)).toBeGreaterThan(page.width - 22 * mm)
  }
})
