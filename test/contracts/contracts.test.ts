import { expect, test } from 'vitest'
import { expansionIn, markExpansion } from '../../src/contracts/expansion.ts'
import { fieldAddress, keyInAddress } from '../../src/contracts/field-address.ts'
import { definitionName, isDefinitionName } from '../../src/contracts/file-names.ts'
import { put, type Values, valueAt } from '../../src/contracts/nested-values.ts'
import { addressInPack, printAddress } from '../../src/contracts/print-site.ts'
import { slotKey } from '../../src/contracts/slot.ts'

const slots = [
  { name: 'mentee.name', control: 'text' },
  { name: 'actions.1.due', control: 'text' },
  { name: 'flags.conflict-of-interest', control: 'checkbox', state: 'conflict-of-interest' },
  { name: 'meetings.frequency', control: 'radio', state: 'every-two-weeks' },
  { name: 'odd name/with %2F#and ü', control: 'radio', state: '100 % sure#' },
] as const

test.each(slots)('the address of a box leads back to the key of its slot: $name', (slot) => {
  expect(keyInAddress(fieldAddress(slot))).toBe(slotKey(slot))
})

test.each(['https://example.org/field:', 'mailto:a@b.example', '#field', ''])(
  'the address %o is no field',
  (address) => {
    expect(keyInAddress(address)).toBeUndefined()
  },
)

test('an address of the printed site is relative in the pack, and others stay', () => {
  expect(addressInPack(printAddress('a.pdf#b'))).toBe('a.pdf#b')
  expect(addressInPack('https://example.org/a.pdf')).toBe('https://example.org/a.pdf')
})

test('a marked expansion is read back, and no other alternative text is one', () => {
  expect(expansionIn(markExpansion('human resources'))).toBe('human resources')
  expect(expansionIn('A chart of the expansion: growth')).toBeUndefined()
  expect(expansionIn(undefined)).toBeUndefined()
})

test('a definition is known by its name', () => {
  expect(isDefinitionName(definitionName('mentoring-contract'))).toBe(true)
  expect(isDefinitionName('mentoring-contract.record.schema.json')).toBe(false)
})

test.each(['name', 'mentee.name', 'a.b.c', '__proto__', 'constructor.prototype'])(
  'a value put under %s is found there, and nowhere else',
  (name) => {
    const values: Values = {}
    put(values, name, 'x')
    expect(valueAt(values, name)).toBe('x')
    expect(valueAt({}, name)).toBeUndefined()
  },
)
