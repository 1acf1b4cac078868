import { readEmail } from '../../../language/email.ts'
import { quoted } from '../../../messages/quoted.ts'
import type { FieldOf } from '../../../model/field.ts'
import { type Fault, textFaults } from '../limits.ts'
import { type Reading, readAs } from './reading.ts'

/** Takes a text as it is, but for characters that are damaged. */
export function readText(text: string, question: FieldOf<'text' | 'multiline'>): Reading {
  const value = onItsLines(text, question).toWellFormed()
  return { value, faults: [...damage(value), ...textFaults(value, question)] }
}

/** The cells of a table take several lines, also where the answer is one. */
function onItsLines(text: string, { type }: FieldOf<'text' | 'multiline'>): string {
  return type === 'text' ? text.trim().replace(/\s*\n\s*/g, ' ') : text
}

/** Reads a text as an e-mail address; one that is none stays as it was typed, for whoever asks. */
export function readEmailText(text: string): Reading {
  const typed = text.trim().toWellFormed()
  const reading = readEmail(typed)
  if (!reading)
    return {
      value: typed,
      faults: typed.includes('\ufffd') ? damage(typed) : [notAnAddress(typed)],
    }
  const { address, hadScheme } = reading
  return readAs(address, typed, hadScheme ? [schemeTakenOff(typed, address)] : [])
}

// Some programs write half of a character beyond U+FFFF.
function damage(value: string): Fault[] {
  if (!value.includes('\ufffd')) return []
  const says = `reads ${quoted(value)}; the program that filled it in damaged a character, so compare it with the original`
  return [{ rule: 'value-damaged', says, leaves: 'damage' }]
}

function schemeTakenOff(typed: string, address: string): Fault {
  const says = `says ${quoted(typed)}; it was kept as ${quoted(address)}, without what a link begins with`
  return { rule: 'value-uncertain', says }
}

function notAnAddress(value: string): Fault {
  const says = `must be an e-mail address, like name@example.org, and it says ${quoted(value)}`
  return { rule: 'value-type', says }
}
