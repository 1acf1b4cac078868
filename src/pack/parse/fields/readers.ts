import * as z from 'zod'
import { compilePattern } from '../../../contracts/pattern.ts'
import { FieldName } from '../../../model/field.ts'

/** A value, or what would have been right. `reason` says what is wrong where the whole text is too much to show. */
export type Reading =
  | { readonly value: unknown }
  | { readonly expected: string; readonly reason?: string }

export type ReadAttribute = (written: string) => Reading

/** Any text that is not empty. */
export function text(written: string): Reading {
  return written.trim() ? { value: written.trim() } : { expected: 'some text' }
}

/** An attribute that stands for itself, such as `required`. */
export function flag(written: string): Reading {
  if (written === '' || written === 'true') return { value: true }
  return written === 'false' ? { value: false } : { expected: 'no value' }
}

/** A whole number within bounds, both included. */
export function wholeNumber(min: number, max = Number.MAX_SAFE_INTEGER): ReadAttribute {
  return (written) => {
    const value = Number(written)
    const range = max === Number.MAX_SAFE_INTEGER ? `from ${min} up` : `from ${min} to ${max}`
    return /^\d+$/.test(written) && value >= min && value <= max
      ? { value }
      : { expected: `a whole number ${range}` }
  }
}

/** A number such as `-1.5`. */
export function decimal(written: string): Reading {
  return /^-?\d+(\.\d+)?$/.test(written) ? { value: Number(written) } : { expected: 'a number' }
}

/** A day such as `2026-12-01`. */
export function isoDate(written: string): Reading {
  return z.iso.date().safeParse(written).success
    ? { value: written }
    : { expected: 'a date such as `2026-12-01`' }
}

/** Values of options, separated as the options are. */
export function values(written: string): Reading {
  const list = written.split('|').map((value) => value.trim())
  return list.every((value) => value !== '')
    ? { value: list }
    : { expected: 'values of options, separated by `|`' }
}

/** The dotted name of another field. */
export function fieldName(written: string): Reading {
  return FieldName.safeParse(written).success
    ? { value: written }
    : { expected: 'a name such as `mentee.signedOn`' }
}

/** One of a few words. */
export function oneOf(words: readonly string[]): ReadAttribute {
  return (written) =>
    words.includes(written)
      ? { value: written }
      : { expected: `one of ${words.map((word) => `\`${word}\``).join(', ')}` }
}

/** A regular expression, in the syntax of JavaScript, that an import can compare answers with. */
export function regularExpression(written: string): Reading {
  const expression = compilePattern(written)
  return typeof expression === 'string'
    ? { expected: expectedPatterns[expression] }
    : { value: written }
}

const expectedPatterns = {
  broken: 'a regular expression',
  costly:
    'a pattern without lookahead, lookbehind, back references and very large repeats, which could take very long to compare',
} as const
