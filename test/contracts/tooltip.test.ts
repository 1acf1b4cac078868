import { expect, test } from 'vitest'
import { slotsOf } from '../../src/contracts/slot.ts'
import { tooltipOf } from '../../src/contracts/tooltip.ts'
import type { Field } from '../../src/model/field.ts'

const box = { width: 220, height: 23, typeSize: 11 }
const options = [
  { value: 'monthly', label: 'Every month', state: 'monthly' },
  { value: 'never', label: 'Never', state: 'never' },
]

const asked: readonly (readonly [Field, readonly string[]])[] = [
  [field({ type: 'date' }), ['What? (dd/mm/yyyy)']],
  [
    field({ type: 'date', min: '2026-12-01', hint: 'In the contract' }),
    ['What? (In the contract; dd/mm/yyyy; at least 1 December 2026)'],
  ],
  [
    field({ type: 'number', unit: '£', min: 0, max: 50, decimals: 2 }),
    ['What? (in £; from 0 to 50; given to at most 2 decimal places)'],
  ],
  [field({ type: 'number', decimals: 0 }), ['What? (a whole number)']],
  [field({ type: 'email' }), ['What? (like name@example.org)']],
  [field({ type: 'text', maxLength: 60 }), ['What? (at most 60 characters)']],
  [field({ type: 'text' }), ['What? (room for about 35 characters)']],
  [
    field({ type: 'choice', options, other: 'more' }),
    [
      'What? Every month',
      'What? Never',
      'What? Other',
      'What? Other, please say (room for about 35 characters)',
    ],
  ],
  [field({ type: 'checks', label: 'Topics', options }), ['Topics: Every month', 'Topics: Never']],
  [
    field({ type: 'rating', max: 2, low: 'poor', high: 'good' }),
    ['What? 1 of 2, poor', 'What? 2 of 2, good'],
  ],
  [
    field({
      type: 'rows',
      label: 'Plan',
      min: 1,
      columns: [{ type: 'date', name: 'due', label: 'By when', required: false }],
    }),
    ['Plan, row 1, by when (dd/mm/yyyy)'],
  ],
]

test.each(asked)('says what is needed to answer %o', (question, tooltips) => {
  const said = slotsOf([question]).map((slot) => tooltipOf(slot, { locale: 'en-GB', box }))
  expect(said).toEqual(tooltips)
})

test('says how a date is written in the locale', () => {
  const [slot] = slotsOf([field({ type: 'date' })])
  expect(slot && tooltipOf(slot, { locale: 'en-US', box })).toBe('What? (mm/dd/yyyy)')
})

type Part<F> = F extends Field ? Omit<F, 'name' | 'label' | 'required'> & { label?: string } : never

function field(part: Part<Field>): Field {
  return { name: 'it', label: 'What?', required: false, ...part } as Field
}
