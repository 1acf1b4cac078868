import { canonicalJson, sha256Hex } from '../../contracts/hash.ts'
import type { RawSignature } from '../../model/extraction.ts'
import type { FormDefinition } from '../../model/form.ts'
import type { Answers } from './answers.ts'

/** What makes two records the same record. */
export interface Content {
  readonly form: Pick<FormDefinition, 'hash' | 'questions'>
  readonly answers: Answers
  readonly extra: Readonly<Record<string, readonly string[]>>
  readonly signatures: readonly RawSignature[]
}

/**
 * The id of a record, 32 hex digits: the same for the same answers to the same questions, wherever they stand on the page,
 * whichever program wrote the file and whenever it was imported. Texts that could not be read as values, fields that somebody added and doubts about a
 * value count as content, so that nothing that was typed is taken for a copy of something else.
 */
export function recordId(content: Content): string {
  return idOf(content.form.questions, content)
}

/** The id that a record got before there was a hash over the questions: it changed with the layout of the form. */
export function earlierRecordId(content: Content): string {
  return idOf(content.form.hash, content)
}

function idOf(form: string, { answers, extra, signatures }: Content): string {
  const { values, raw, unread, confidence } = answers
  return sha256Hex(
    canonicalJson({
      form,
      values,
      unread: unread.map((name) => [name, raw[name]]),
      uncertain: Object.keys(confidence).sort(),
      extra,
      signatures: signatures.map(digest).sort(),
    }),
  ).slice(0, 32)
}

function digest({ field, kind, by = '', contents }: RawSignature): string {
  return sha256Hex(canonicalJson([field, kind, contents ? sha256Hex(contents) : by]))
}
