import { OTHER } from '../../../contracts/slot.ts'
import type { Option } from '../../../model/field.ts'
import type { Reading } from './readers.ts'

/** More are no question that anybody answers. */
const MAX_OPTIONS = 500

/** Reads `Every week|monthly=Every month`; an option's value is its label unless it is written before `=`. */
export function readOptions(written: string): Reading {
  const options: Option[] = []
  const parts = written.split('|')
  if (parts.length > MAX_OPTIONS)
    return { reason: `Unexpected ${parts.length} options`, expected: `at most ${MAX_OPTIONS}` }
  for (const part of parts) {
    const [, value = part, label = value] = /^([^=]+)=(.+)$/s.exec(part) ?? []
    const option = { value: value.trim(), label: label.trim() }
    if (!option.value || !option.label || part.trim().startsWith('=')) {
      return {
        reason: `Unexpected empty option in \`${written}\``,
        expected: 'text on both sides of each `|`',
      }
    }
    const twin = options.find(
      ({ value, label }) => value === option.value || label === option.label,
    )
    if (twin) {
      return { reason: `Unexpected second option \`${part.trim()}\``, expected: 'each option once' }
    }
    options.push({ ...option, state: stateOf(option.value, options) })
  }
  return { value: options }
}

/** The on-state in the PDF: the value in ASCII letters, digits and hyphens, unlike those before it. */
function stateOf(value: string, before: readonly Option[]): string {
  const ascii = value
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
  // PDF programs take a number for an index and "Off" for no choice.
  const state =
    ascii === '' || /^\d+$/.test(ascii) || ascii === 'off'
      ? `option-${ascii || before.length + 1}`
      : ascii
  const taken = new Set([OTHER.state, ...before.map((option) => option.state)])
  let unique = state
  for (let count = 2; taken.has(unique); count++) unique = `${state}-${count}`
  return unique
}
