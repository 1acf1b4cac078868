import * as z from 'zod/mini'
import type { FormDefinition } from '../model/form.ts'
import type { PageDoubt, Reading } from '../model/paper.ts'
import { parseJsonMaybe } from './json.ts'
import type { Slot } from './slot.ts'

/** Name of the page with which a person reads what is written on paper; it lies in the folder of records. */
export const KEYING_PAGE = 'to-key.html'

/** One completed form on paper, as the page shows it to the person who keys it. */
export interface KeyingTask {
  /** 16 digits of hexadecimal. */
  readonly id: string
  readonly form: Pick<FormDefinition, 'id' | 'title' | 'version' | 'hash'>
  /** It is one question of an anonymous form, under a number of its own, so that nothing tells which others belong to it. */
  readonly isAnonymous: boolean
  readonly pages: readonly KeyingPicture[]
  /** Pages of the form that are not there, counted from 0. */
  readonly missing: readonly number[]
  /** Pages of another copy may have come to this one. */
  readonly isMixed: boolean
  /** In the order of the form; without those that the organisation does not keep. */
  readonly questions: readonly KeyingQuestion[]
  /** What was keyed of it before, as a file of keyed answers has it, where something was left or could not stay so. */
  readonly answers?: KeyedTask['answers']
}

interface KeyingPicture {
  /** Of the form, counted from 0. */
  readonly page: number
  readonly doubts: readonly PageDoubt[]
  /** The whole page, grey at 100 to 120 dots per inch, as a data URI; absent of an anonymous form. */
  readonly picture?: string
}

export interface KeyingQuestion {
  readonly reading: Reading
  /**
   * The places of the question, cut out with a little of what is around them, as data URIs from top to bottom; none where its page is not
   * there. Also of what is certain, so that a person can correct it.
   */
  readonly crops: readonly string[]
  /** What a program reads there, which a person may take. */
  readonly suggestion?: string
}

/** All that the page holds. */
export interface KeyingData {
  readonly tasks: readonly KeyingTask[]
  readonly definitions: readonly FormDefinition[]
  readonly organisation: string
  /** Locale of the page's words, BCP 47. */
  readonly language: string
}

/**
 * How an answer was come by: the ink of its boxes was read for certain, and nobody changed it; a person keyed it; or a person could not
 * read it.
 */
export const keyingMethods = ['mark-read', 'keyed', 'unreadable'] as const

/** At the end of the name of a file with what a person keyed. */
const ENDING = '.keyed.json'
/** Where a file begins that is one. */
const BEGINNING = /^\uFEFF?\s*\{\s*"policypackKeyed"\s*:\s*1\b/

/** What a person keyed from forms on paper. Pages that only write it do not load what reads it. */
function keyedAnswers() {
  return z.strictObject({
    /** Version of this format. It stands first, by which the file is known. */
    policypackKeyed: z.literal(1),
    /** When it was saved, ISO 8601; absent where one of the forms is anonymous. */
    saved: z.optional(z.iso.datetime()),
    /** Who keyed it, where they want to say. */
    by: z.optional(z.string()),
    tasks: z.array(
      z.strictObject({
        id: z.string(),
        form: z.strictObject({ id: z.string(), hash: z.string() }),
        /**
         * By fully qualified name of the PDF field, of each that a program or a person has read so far; of a question with several boxes
         * to tick, each of them. A task of which one is not here is not done yet.
         */
        answers: z.record(
          z.string(),
          z.strictObject({
            /**
             * What `answers` of an `AnswersFile` holds: the text, the label of the option of a list, or the on-state of a button. Of a
             * signature `ink`, which says nothing of whose. Empty where it was left so, or where nobody can read it.
             */
            value: z.string(),
            method: z.enum(keyingMethods),
          }),
        ),
      }),
    ),
  })
}
export type KeyedAnswers = z.infer<ReturnType<typeof keyedAnswers>>
export type KeyedTask = KeyedAnswers['tasks'][number]
export type KeyedAnswer = KeyedAnswers['tasks'][number]['answers'][string]

/** What is said of a signature where there is ink. */
export const INK = 'ink'

/** What stands in a field by the ink of its boxes; undefined where a person has to look. */
export function certainOf(reading: Reading, { control, state }: Slot): string | undefined {
  switch (reading.is) {
    case 'marked':
      if (control === 'radio') return reading.states[0] ?? ''
      return state !== undefined && reading.states.includes(state) ? state : ''
    case 'empty':
      // A list that drops down is printed beside boxes of its own, and its line says nothing of them.
      return control === 'dropdown' ? undefined : ''
    case 'signature':
      // Faint ink of a signature is lost more easily than that of a tick.
      return reading.hasInk ? INK : undefined
    default:
      return undefined
  }
}

/** The name of a file with what was keyed. */
export function keyedName(name: string): string {
  return name + ENDING
}

/** Whether a file has such a name; browsers put a number before the ending of a second one. */
export function isKeyedName(name: string): boolean {
  return /\.keyed( ?\(\d+\))?\.json$/i.test(name)
}

/** What was keyed as a text of JSON. */
export function writeKeyedAnswers(keyed: KeyedAnswers): string {
  const { policypackKeyed, ...rest } = keyed
  return `${JSON.stringify({ policypackKeyed, ...rest }, null, 1)}\n`
}

/** What a file of keyed answers holds: `undefined` for any other file, and `damaged` for one that is not whole. */
export function readKeyedAnswers(bytes: Uint8Array): KeyedAnswers | 'damaged' | undefined {
  const decode = (part: Uint8Array): string => new TextDecoder().decode(part)
  if (!BEGINNING.test(decode(bytes.subarray(0, 100)))) return undefined
  return keyedAnswers().safeParse(parseJsonMaybe(decode(bytes))).data ?? 'damaged'
}
