import { readEmail } from '../../../language/email.ts'
import type { FieldOf } from '../../../model/field.ts'
import { textFaults } from '../limits.ts'
import type { Fault, Voice } from '../voice.ts'
import { type Reading, readAs } from './reading.ts'

/** Takes a text as it is, but for characters that are damaged. */
export function readText(
  text: string,
  question: FieldOf<'text' | 'multiline'>,
  voice: Voice,
): Reading {
  const value = onItsLines(text, question).toWellFormed()
  return { value, faults: [...damage(value, voice), ...textFaults(value, question)] }
}

/** The cells of a table take several lines, also where the answer is one. */
function onItsLines(text: string, { type }: FieldOf<'text' | 'multiline'>): string {
  return type === 'text' ? text.trim().replace(/\s*\n\s*/g, ' ') : text
}

/** Reads a text as an e-mail address; one that is none stays as it was typed, for whoever asks. */
export function readEmailText(text: string, voice: Voice): Reading {
  const typed = text.trim().toWellFormed()
  const reading = readEmail(typed)
  if (!reading)
    return {
      value: typed,
      faults: typed.includes('\ufffd') ? damage(typed, voice) : [notAnAddress(typed, voice)],
    }
  const { address, hadScheme } = reading
  return readAs(address, typed, hadScheme ? [schemeTakenOff(typed, address, voice)] : [])
}

// Some programs write half of a character beyond U+FFFF.
function damage(value: string, { quoted }: Voice): Fault[] {
  if (!value.includes('\ufffd')) return []
  return [
    {
      rule: 'value-damaged',
      says: '{question} reads {text}; the program that filled it in damaged a character, so compare it with the original',
      values: { text: quoted(value) },
      leaves: 'damage',
    },
  ]
}

function schemeTakenOff(typed: string, address: string, { quoted }: Voice): Fault {
  return {
    rule: 'value-uncertain',
    says: '{question} says {text}; it was kept as {value}, without what a link begins with',
    values: { text: quoted(typed), value: quoted(address) },
  }
}

function notAnAddress(value: string, { quoted }: Voice): Fault {
  return {
    rule: 'value-type',
    says: '{question} must be an e-mail address, like name@example.org, and it says {text}',
    values: { text: quoted(value) },
  }
}
