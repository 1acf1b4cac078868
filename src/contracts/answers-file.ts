import * as z from 'zod/mini'
import { parseJsonMaybe } from './json.ts'

/** At the end of the name of a file with the answers that a web page saved. */
const ENDING = '.answers.json'
/** Where a file begins that is one. */
const BEGINNING = /^\uFEFF?\s*\{\s*"policypackAnswers"\s*:\s*1\b/

/**
 * The answers that somebody gave on the web page of a form, as it saves them: what the fields of its PDF would hold.
 * Pages that only write it do not load what reads it.
 */
function answersFile() {
  return z.strictObject({
    /** Version of this format. It stands first, by which the file is known. */
    policypackAnswers: z.literal(1),
    /** The definition of the form; it is sealed, so that its hashes tell whether it is whole. */
    form: z.unknown(),
    /** When it was saved, ISO 8601; absent for an anonymous form. */
    saved: z.optional(z.iso.datetime()),
    /** Of an anonymous form: a random text by which it is told from another one with the same answers. It says nothing of whose it is. */
    copy: z.optional(z.string()),
    /** By fully qualified name: the text, the label of the option of a list, or the on-state of a button. */
    answers: z.record(z.string(), z.string()),
    /** By name of the box to sign in: the name that was typed, or the lines that were drawn. */
    signatures: z.record(
      z.string(),
      z.union([
        z.string(),
        z.strictObject({ strokes: z.array(z.array(z.tuple([z.number(), z.number()]))) }),
      ]),
    ),
  })
}
export type AnswersFile = z.infer<ReturnType<typeof answersFile>>

export function answersName(formId: string): string {
  return formId + ENDING
}

/** Whether a file has such a name; browsers put a number before the ending of a second one. */
export function isAnswersName(name: string): boolean {
  return /\.answers( ?\(\d+\))?\.json$/i.test(name)
}

export function writeAnswersFile(file: AnswersFile): string {
  const { policypackAnswers, ...rest } = file
  return `${JSON.stringify({ policypackAnswers, ...rest }, null, 1)}\n`
}

/** What a file of answers holds: `undefined` for any other file, and `damaged` for one that is not whole. */
export function readAnswersFile(bytes: Uint8Array): AnswersFile | 'damaged' | undefined {
  const decode = (part: Uint8Array): string => new TextDecoder().decode(part)
  if (!BEGINNING.test(decode(bytes.subarray(0, 100)))) return undefined
  return answersFile().safeParse(parseJsonMaybe(decode(bytes))).data ?? 'damaged'
}
