import { expect, test } from 'vitest'
import { copiesOf, isSameSheet } from '../../src/forms/paper/index.ts'

/** Pages such as `A1`: whose they are, and which of the form; `A1'` is the same sheet once more. */
function grouped(pages: string, alike = ''): string {
  const read = pages.split(' ').map((name) => ({ hash: '', page: Number(name[1]), name }))
  const sheetOf = ({ name }: (typeof read)[number]): string =>
    alike.includes(name) ? alike : name.slice(0, 2)
  const copies = copiesOf(read, (one, other) => sheetOf(one) === sheetOf(other))
  return copies
    .map(({ pages, isMixed }) => pages.map(({ name }) => name).join(' ') + (isMixed ? '?' : ''))
    .join(' | ')
}

test.each([
  ['one after the other', 'A1 A2 B1 B2', 'A1 A2 | B1 B2'],
  ['backwards', 'A2 A1 B2 B1', 'A2 A1 | B2 B1'],
  ['in any order', 'A2 A3 A1', 'A2 A3 A1'],
  ['turned over between', 'A1 A2 B2 B1', 'A1 A2 | B2 B1'],
  ['a page of each first', 'A1 B1 A2 B2', 'A1 A2? | B1 B2?'],
  ['a page that is missing', 'A1 A2 B2 C1 C2', 'A1 A2 | B2? | C1 C2?'],
  ['a page that is missing at the beginning', 'A1 B1 B2', 'A1? | B1 B2?'],
  ['a sheet twice', "A1 A1' A2 B1 B2", "A1 A1' A2 | B1 B2"],
  ['a sheet twice, of several', "A1 A2 A2' A3 B1 B2 B3", "A1 A2 A2' A3 | B1 B2 B3"],
  ['all of it twice', "A1 A2 A1' A2' B1 B2", "A1 A2 A1' A2' | B1 B2"],
  ['the last sheet once more', "A1 A2 B1 B2 A2'", "A1 A2 A2' | B1 B2"],
])('pages are put together: %s', (_, pages, copies) => {
  expect(grouped(pages)).toBe(copies)
})

test('pages that a program filled in alike stay with the others of their copies', () => {
  expect(grouped('A1 A2 B1 B2', 'A1 B1')).toBe('A1 A2 | B1 B2')
})

test('sheets are the same by all of their ink', () => {
  const typed = Array.from({ length: 900 }, (_, index) => 40_000 + index)
  const seen = (...more: number[]) => ({
    boxes: [],
    traces: { columns: 330, squares: [...typed, ...more].sort((a, b) => a - b) },
  })
  const tick = [100_100, 100_430, 100_760, 100_431, 100_102]
  expect(isSameSheet(seen(), seen())).toBe(true)
  expect(isSameSheet(seen(...tick), seen(...tick))).toBe(true)
  // What two people got from a program, and one of them ticked.
  expect(isSameSheet(seen(), seen(...tick))).toBe(false)
  // Specks of dust.
  expect(isSameSheet(seen(90_000, 110_000, 120_000), seen())).toBe(true)
  const few = { boxes: [], traces: { columns: 330, squares: tick } }
  expect(isSameSheet(few, few)).toBe(false)
})
