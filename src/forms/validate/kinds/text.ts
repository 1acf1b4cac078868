import { quoted } from '../../../messages/quoted.ts'
import type { FieldOf } from '../../../model/field.ts'
import { type Fault, textFaults } from '../limits.ts'
import type { Reading } from './reading.ts'

/** Takes a text as it is, but for characters that are damaged. */
export function readText(text: string, question: FieldOf<'text' | 'multiline'>): Reading {
  const value = text.toWellFormed()
  return { value, faults: [...damage(value), ...textFaults(value, question)] }
}

/** Takes a text as an e-mail address where it looks like one; only mail itself can tell whether it is. */
export function readEmail(text: string): Reading {
  const value = text.trim().toWellFormed()
  return { value, faults: /^[^\s@]+@[^\s@]+$/u.test(value) ? damage(value) : [notAnAddress(value)] }
}

// Some programs write half of a character beyond U+FFFF.
function damage(value: string): Fault[] {
  if (!value.includes('\ufffd')) return []
  const says = `reads ${quoted(value)}; the program that filled it in damaged a character, so compare it with the original`
  return [{ rule: 'value-damaged', says, leaves: 'damage' }]
}

function notAnAddress(value: string): Fault {
  const says = `must be an e-mail address, like name@example.org, and it says ${quoted(value)}`
  return { rule: 'value-type', says }
}
