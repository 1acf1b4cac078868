import { expect, test } from 'vitest'
import { caseOf } from '../../src/forms/keep/case.ts'

test('finds the case of records that were kept by earlier versions', () => {
  const form = { id: 'mentoring-contract', recordKey: ['mentee.name', 'start'] }
  const values = { mentee: { name: ' Łukasz\u00a0 O’ŻÓŁĆ–Smith' }, start: '2026-12-01' }
  expect(caseOf(form, { organisation: 'Larkspur', values })).toBe(
    '8588a31b22e2258d8005bbe4779905000b5f16c38368ddeef55be6a4cfe696e8',
  )
})
