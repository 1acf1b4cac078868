import * as z from 'zod/mini'
import type { Field } from '../model/field.ts'
import { FormDefinition } from '../model/form.ts'
import { canonicalJson, sha256Hex } from './hash.ts'

type Content = Omit<FormDefinition, 'questions' | 'hash'>

/** A definition with its two hashes, by which it is known when it comes back. */
export function sealDefinition(content: Content): FormDefinition {
  return {
    ...content,
    questions: hashOfQuestions(content),
    hash: sha256Hex(canonicalJson(content)),
  }
}

/**
 * The definition in the JSON of a file, with both hashes; undefined when it is none or was altered since it was sealed.
 * What was written before there was a hash over the questions is read all the same.
 */
export function readDefinition(json: unknown): FormDefinition | undefined {
  const { data } = Stored.safeParse(json)
  if (!data) return undefined
  const { questions, hash, ...content } = data
  const sealed = sealDefinition(content)
  const isWhole = hash === sealed.hash && (questions ?? sealed.questions) === sealed.questions
  return isWhole ? sealed : undefined
}

/** The questions whose answers are private by themselves; none where the form is private as a whole, or not at all. */
export function privateQuestions({ private: hidden }: Pick<Content, 'private'>): readonly string[] {
  return typeof hidden === 'object' && 'fields' in hidden ? hidden.fields : []
}

/** Whether the form as a whole is private, always or unless an answer says otherwise. */
export function isPrivate(form: Pick<Content, 'private'>): boolean {
  return form.private !== undefined && privateQuestions(form).length === 0
}

const Stored = z.partial(FormDefinition, { questions: true })

/** All but the format, the places and the sizes. */
function hashOfQuestions({
  format,
  pages,
  widgets,
  anchors,
  printed,
  original,
  fields,
  ...form
}: Content): string {
  return sha256Hex(canonicalJson({ ...form, fields: fields.map(asAsked) }))
}

/** A field without what decides only how its boxes look; keys without a value are not in the JSON. */
function asAsked(field: Field): unknown {
  const question = { ...field, width: undefined, lines: undefined, buttons: undefined }
  return field.type === 'rows' ? { ...question, columns: field.columns.map(asAsked) } : question
}
