import type { german } from './german.ts'

/** A word or sentence that pages and forms have of themselves, as English says it: each stands in the German table. */
export type Word = keyof typeof german

/** Those that differ by how many they are, `{count}`. */
type Counted = { [W in Word]: (typeof german)[W] extends string ? never : W }[Word]

/**
 * All of them in another language, with those that are counted in each form that the language has for a number; a table that lacks one
 * does not compile.
 */
export type Words<Form extends Intl.LDMLPluralRule> = {
  readonly [W in Word]: W extends Counted ? Readonly<Record<Form, string>> : string
}

/** What English says of one, of that which differs by how many they are. */
export const ofOne: Readonly<Record<Counted, string>> = {
  '{count} places': '1 place',
  '{count} pages': '1 page',
  'given to at most {count} decimal places': 'given to at most 1 decimal place',
  'Filling it in takes about {count} minutes.': 'Filling it in takes about a minute.',
  'At most {count} characters': 'At most 1 character',
  'at most {count} characters': 'at most 1 character',
  'room for about {count} characters': 'room for about 1 character',
  '{count} characters too many': '1 character too many',
  '{count} of {most} characters left': '1 of {most} characters left',
  'The form has room for {count} rows.': 'The form has room for 1 row.',
  '{shown} of {count} rows': '{shown} of 1 row',
  '{count} rows': 'one row',
  '{count} are': '1 is',
  '{count} of {all} are': '1 of {all} is',
  '{count} working days': '1 working day',
  'Look through {count} answers that were read for certain':
    'Look at the answer that was read for certain',
  'The pages are lost: {count} questions cannot be read':
    'The pages are lost: 1 question cannot be read',
  '{count} forms of the file are on this page.': '1 form of the file is on this page.',
}
