import { expect, test } from 'vitest'
import { caseOf, earlierCaseOf } from '../../src/forms/record/case.ts'
import { foldRecordKey } from '../../src/language/fold.ts'

test('finds the case of records that were kept by earlier versions', () => {
  const form = { id: 'mentoring-contract', recordKey: ['mentee.name', 'start'] }
  const values = { mentee: { name: ' Łukasz\u00a0 O’ŻÓŁĆ–Smith' }, start: '2026-12-01' }
  expect(earlierCaseOf(form, { organisation: 'Larkspur', values })).toBe(
    '8588a31b22e2258d8005bbe4779905000b5f16c38368ddeef55be6a4cfe696e8',
  )
})

test.each([
  ['NFC and NFD', 'Zoë', 'Zoe\u0308'],
  ['spaces', 'Zoë Ng', '\u2003Zoë\u00a0\u202f Ng\u2800'],
  ['what has no width', 'Zoë Ng', '\ufeffZo\u200b\u00adë\u2060 \u200eNg\u202c'],
  ['apostrophes', "O'Neill", 'O’Neill'],
  ['more apostrophes', 'Oʻahu O‘b O`b O´b Oʼb O＇b O′b', "o'ahu o'b o'b o'b o'b o'b o'b"],
  ['quotes', '"Kit"', '“Kit”'],
  ['hyphens', 'Ng-Smith', 'Ng\u2011Smith'],
  ['more hyphens', 'A‐B–C—D−E－F﹣G', 'a-b-c-d-e-f-g'],
  ['full width', 'Zoe Ng 12', 'Ｚｏｅ　Ｎｇ　１２'],
  ['the sharp s', 'Weiß', 'WEISS'],
  ['the capital sharp s', 'Weiß', 'WEIẞ'],
  ['the Turkish i', 'İpek Işık', 'ipek işık'],
  ['the last sigma', 'ΝΊΚΟΣ', 'Νίκος'],
  ['ligatures', 'Griﬃn', 'Griffin'],
  ['points at the end', 'John Ng Jr.', 'John Ng Jr'],
  ['Romanian letters of old keyboards', 'Ștefan Țuțu', 'Ştefan Ţuţu'],
  ['Arabic and Persian keyboards', 'علي كريم', 'علی کریم'],
  ['the Catalan point', 'Gal·la', 'Gaŀla'],
])('a reader sees as equal, whichever keyboard: %s', (_, one, other) => {
  expect(foldRecordKey(one)).toBe(foldRecordKey(other))
  expect(caseFor(one)).toBe(caseFor(other))
})

test.each([
  ['Zoe', 'Zoë'],
  ['Lukasz', 'Łukasz'],
  ['Ng Smith', 'Ng-Smith'],
  ['An Na', 'Anna'],
])('a reader sees as different: %s and %s', (one, other) => {
  expect(caseFor(one)).not.toBe(caseFor(other))
})

function caseFor(name: string): string | undefined {
  const form = { id: 'mentoring-contract', recordKey: ['name'] }
  return caseOf(form, { organisation: 'Larkspur', values: { name } })
}
