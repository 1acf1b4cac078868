import * as z from 'zod'
import { readDefinition } from '../../../contracts/definition.ts'
import { sha256Hex } from '../../../contracts/hash.ts'
import { parseJsonMaybe } from '../../../contracts/json.ts'
import { keyingMethods } from '../../../contracts/keying.ts'
import type { FormDefinition } from '../../../model/form.ts'

const Hex = z.string().regex(/^[0-9a-f]{64}$/)
const TaskId = z.string().regex(/^[0-9a-f]{16}$/)
const Png = z.base64()
const Place = z.tuple([z.number(), z.number(), z.number(), z.number()])

const BoxInk = z.strictObject({
  name: z.string(),
  state: z.string().exactOptional(),
  strong: z.number(),
  faint: z.number(),
  cover: z.number(),
  beside: z.number(),
  own: z.number(),
  apart: z.number(),
  written: z.number(),
  over: z.number(),
  /** Absent of what was read before these were. */
  hint: z.number().default(0),
  kept: z.number().default(1),
  fit: z.number(),
  shadow: z.number(),
})

/** One picture of a form that waits to be keyed. */
const StoredSheet = z.strictObject({
  /** By which the picture is known again; of an anonymous form only with a key. */
  key: Hex,
  /** Where it came from; absent of an anonymous form. */
  from: z.strictObject({ file: z.string(), sha256: Hex, index: z.int() }).optional(),
  /** Which page of the kept file it is. */
  at: z.int(),
  page: z.int(),
  marks: z.int(),
  resolution: z.number(),
  /** A person said of which form it is. */
  isChosen: z.literal(true).exactOptional(),
  doubts: z.array(z.enum(['unmarked', 'bilevel', 'coarse', 'misplaced', 'noisy', 'several'])),
  boxes: z.array(BoxInk),
  beside: z.array(Place),
  picture: Png.optional(),
  /** By which its sheet is known on another picture; kept where the picture is. */
  traces: z.strictObject({ columns: z.int(), squares: z.array(z.int()) }).exactOptional(),
  crops: z.record(z.string(), Png),
  /** What a program reads in boxes with typed text. */
  suggestions: z.record(z.string(), z.string()).optional(),
})

/** A completed form on paper that waits to be keyed, `<form>/to-key/<id>.json`. */
const StoredTask = z.strictObject({
  format: z.literal(1),
  id: TaskId,
  /** The day on which the first of its pictures came, ISO 8601; absent of an anonymous form. */
  since: z.iso.date().optional(),
  form: z.unknown().transform((json, context): FormDefinition => {
    const form = readDefinition(json)
    if (form) return form
    context.addIssue('This is no definition')
    return z.NEVER
  }),
  /** Pages of another copy may have come to this one. */
  isMixed: z.boolean(),
  sheets: z.array(StoredSheet),
  /** Names of questions whose answers are not kept. */
  withheld: z.array(z.string()),
  /** The file with its pictures, among the originals of its form; absent where none is kept. */
  original: z.strictObject({ sha256: Hex, bytes: z.int() }).optional(),
  /** Of an anonymous form, under which name each question is shown, so that nobody sees which belong together. */
  pieces: z.record(z.string(), TaskId).optional(),
  /** What was keyed so far, by the names of the PDF fields, and by whom. */
  answers: z.record(
    z.string(),
    z.strictObject({ value: z.string(), method: z.enum(keyingMethods) }),
  ),
  by: z.string().optional(),
})
export type StoredTask = z.infer<typeof StoredTask>
export type StoredSheet = StoredTask['sheets'][number]

/** The task that a file holds; undefined where it is none. */
export function taskOf(text: string): StoredTask | undefined {
  return StoredTask.safeParse(parseJsonMaybe(text)).data
}

/** The text of its file. */
export function taskText(task: StoredTask): string {
  return `${JSON.stringify(task)}\n`
}

/** By its pictures, in the order of the form. */
export function taskIdOf(sheets: readonly Pick<StoredSheet, 'key'>[]): string {
  return sha256Hex(sheets.map(({ key }) => `${key}\n`).join('')).slice(0, 16)
}
