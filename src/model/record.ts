import * as z from 'zod/mini'
import type { Message } from '../messages/message.ts'
import type { RuleId } from '../messages/rules.ts'
import { Keep } from './form.ts'
import type { PaperRead } from './paper.ts'

/** A value in a record: nested by the dots of the names; rows are arrays; blank is `null`. */
export type RecordValue =
  | string
  | number
  | boolean
  | null
  | RecordValue[]
  | { [name: string]: RecordValue }

export const RecordValue: z.ZodMiniType<RecordValue> = z.lazy(() =>
  z.union([
    z.string(),
    z.number(),
    z.boolean(),
    z.null(),
    z.array(RecordValue),
    z.record(z.string(), RecordValue),
  ]),
)

/** Why a digital signature proves less than it could, though the signed bytes are unchanged. */
export const SignatureDoubt = z.enum([
  /** A digest is one for which people can make two texts (MD5, SHA-1). */
  'weak-digest',
  /** The key is so short that others can find it. */
  'weak-key',
  /** The certificate is for something else, such as a web server. */
  'not-for-signing',
  /** The certificate has run out, now or at the time that the signer claims. */
  'expired',
  /** The certificate did not hold yet at the time that the signer claims. */
  'not-yet-valid',
])
export type SignatureDoubt = z.infer<typeof SignatureDoubt>

/** What is not known of a digital signature, because nobody looked. */
export const SignatureUnchecked = z.enum([
  /** Whether the name in the certificate is the signer's; no authorities were given. */
  'authority',
  /** Whether the certificate was called back. */
  'revocation',
  /** Whether somebody other than the signer vouches for the time. */
  'time-stamp',
])

export const RecordSignature = z.strictObject({
  field: z.string(),
  kind: z.enum(['digital', 'typed', 'drawn']),
  by: z.optional(z.string()),
  at: z.optional(z.string()),
  /** Digital: the signed bytes are unchanged. */
  intact: z.optional(z.boolean()),
  /** Digital: the signature covers the file to its end. */
  coversWholeFile: z.optional(z.boolean()),
  /** Digital: names of the fields that were changed after signing; absent when that is not known. */
  changedAfter: z.optional(z.array(z.string())),
  /** Digital: names of those among them that had another answer when it was signed. */
  overwrittenAfter: z.optional(z.array(z.string())),
  /** Digital: names of the fields that were signed later, in whatever way. */
  signedAfter: z.optional(z.array(z.string())),
  /** Digital: pages that look otherwise than when it was signed or are gone, counted from 0. */
  redrawnAfter: z.optional(z.array(z.int())),
  /** Digital: pages on which something was written or drawn later that is no answer, counted from 0. */
  remarkedAfter: z.optional(z.array(z.int())),
  /** Digital: the certificate leads to one of the given authorities; absent when none were given. */
  trusted: z.optional(z.boolean()),
  /** Digital: why it proves less than it could. */
  doubts: z.optional(z.array(SignatureDoubt)),
  /** Digital: names of the fields that hold the very same signature. */
  sameSignatureAs: z.optional(z.array(z.string())),
  /** Digital: names of the fields that were signed with the same key. */
  sameSignerAs: z.optional(z.array(z.string())),
  /** Digital: what was not looked at. */
  unchecked: z.optional(z.array(SignatureUnchecked)),
})
export type RecordSignature = z.infer<typeof RecordSignature>

/** What a file says about when it was completed, ISO 8601. */
export const FileDates = z.strictObject({
  /** The latest signing, as digital signatures or the dates beside signatures tell it; it may be a day. */
  signed: z.optional(z.string()),
  /** The last change that the file tells of. */
  modified: z.optional(z.string()),
})
export type FileDates = z.infer<typeof FileDates>

const RecordMessage = z.strictObject({
  rule: z.string(),
  severity: z.string(),
  field: z.optional(z.string()),
  message: z.string(),
})

/** What stands in a record that was read from pictures of a form on paper. */
export const PaperSource = z.strictObject({
  /** By which the form was to be keyed. */
  task: z.string(),
  /** Who keyed it, where they said. */
  by: z.optional(z.string()),
  /** How each answer was come by, by the name of its PDF field; with what was read of boxes whose ink is certain. */
  answers: z.record(
    z.string(),
    z.strictObject({
      method: z.enum(['mark-read', 'keyed', 'unreadable']),
      value: z.optional(z.string()),
    }),
  ),
  /** The pictures as they came: of which file, which page of it and of the form, counted from 0. */
  sheets: z.array(
    z.strictObject({ file: z.string(), sha256: z.string(), index: z.int(), page: z.int() }),
  ),
})
export type PaperSource = z.infer<typeof PaperSource>

/** What a person decided of a record: on which day, and why. */
const Decision = z.strictObject({ on: z.iso.date(), reason: z.string().check(z.minLength(1)) })

/** A completed form as data, `records/<form>/<id>.json`. */
export const FormRecord = z.strictObject({
  $schema: z.string(),
  /** From the hash over the form's questions and the values, so that the same content has the same id. */
  id: z.string(),
  form: z.strictObject({
    id: z.string(),
    version: z.string(),
    /** Of the definition that it was read by. */
    hash: z.string(),
    /** Hash over the form's questions; absent in records of old. */
    questions: z.optional(z.string()),
    title: z.string(),
  }),
  organisation: z.string(),
  status: z.enum(['complete', 'incomplete']),
  /** The definition came with the file and is not ours: the record is kept apart until somebody decides. */
  trust: z.optional(z.literal('embedded')),
  /**
   * Id of the earlier record of the same case that this one replaces without question: of records of old, or where a person
   * decided so. Otherwise it follows from what the records say.
   */
  supersedes: z.optional(z.string()),
  /** The same for all records of one case: a hash over the values that the form's `recordKey` names. */
  case: z.optional(z.string()),
  /** Names of answers that tell people of the same name apart. */
  identifying: z.optional(z.array(z.string())),
  /** How long it is kept, by the rule of its form at that time; absent in records of old and where a form has none. */
  keep: z.optional(Keep),
  /** Somebody knows that it is of another case than the records that look alike, so that nothing follows from these. */
  apart: z.optional(z.literal(true)),
  /** The matter needs nothing more, whatever is missing. */
  closed: z.optional(Decision),
  /** It matters in a dispute and is not deleted, however old it is. */
  held: z.optional(Decision),
  /** The definition came with the file, and somebody decided that it is one of ours. */
  confirmed: z.optional(Decision),
  /** Names of the questions whose answers are private and were not kept, nor was the file. */
  withheld: z.optional(z.array(z.string())),
  values: z.record(z.string(), RecordValue),
  /** Values of fields that are not of the form, by their PDF name. */
  extra: z.optional(z.record(z.string(), z.array(z.string()))),
  signatures: z.array(RecordSignature),
  source: z.strictObject({
    file: z.string(),
    sha256: z.string(),
    bytes: z.int(),
    software: z.optional(z.string()),
    /**
     * From the fields of a PDF, from the pages of a printed one, from the answers that a web page saved, keyed by somebody from a
     * form on paper, or from pictures of one.
     */
    method: z.enum(['fields', 'flattened', 'page', 'keyed', 'paper']),
    paper: z.optional(PaperSource),
    /** The text of values that had to be read in a certain way, by field name, for example `3/4/26`. */
    raw: z.optional(z.record(z.string(), z.string())),
    /** Certainty from 0 to 1 of the values that are not certain, by field name. */
    confidence: z.optional(z.record(z.string(), z.number())),
    /** What the file says about when it was completed; what lies in the future is left out. */
    written: z.optional(FileDates),
    /** ISO 8601, UTC. */
    importedAt: z.string(),
  }),
  messages: z.array(RecordMessage),
  /** Other files with the same content, oldest first, whose originals are kept as well; with what is wrong with them. */
  copies: z.optional(
    z.array(
      z.strictObject({
        file: z.string(),
        sha256: z.string(),
        bytes: z.int(),
        importedAt: z.string(),
        status: z.enum(['complete', 'incomplete']),
        messages: z.array(RecordMessage),
        paper: z.optional(PaperSource),
      }),
    ),
  ),
})
export type FormRecord = z.infer<typeof FormRecord>

/**
 * The answers on one anonymous form. Nothing says whose they are, from which file they were read, on which day, or what was
 * said of them.
 */
export const AnonymousRecord = z.strictObject({
  form: z.omit(FormRecord.shape.form, { hash: true }),
  organisation: z.string(),
  /** In which it was imported, `2026-11`. */
  month: z.string(),
  values: FormRecord.shape.values,
  /** Answers that could not be read, as they were typed, by field name. */
  unread: z.optional(z.record(z.string(), z.string())),
})
export type AnonymousRecord = z.infer<typeof AnonymousRecord>

export type KeptRecord = FormRecord | AnonymousRecord

/** What is said of the anonymous forms of one run: numbers only. */
export interface AnonymousCount {
  readonly form: string
  /** Forms whose answers were kept. */
  readonly counted: number
  /** Files that came before, in this run or an earlier one, and do not count again. */
  readonly repeated: number
  /** Files of which nothing could be kept. */
  readonly refused: number
  /** Forms on paper that have to be keyed first; absent where there are none. */
  readonly toKey?: number
  /** How many of those that were counted have an answer that is missing or cannot be right. */
  readonly incomplete: number
  /** In how many of those that were counted each rule had something to say. */
  readonly rules: RuleCounts
  /** For how many of those that were refused each rule is the reason. */
  readonly refusals: RuleCounts
}

/** The forms on paper that a person has to key. */
export interface ToKey {
  /** Where: a page for the browser. Absent where nothing was written. */
  readonly page?: string
  readonly forms: readonly FormToKey[]
}

/** A form on paper that a person has to key; of an anonymous one, nothing tells where it came from. */
export interface FormToKey {
  readonly form: { readonly id: string; readonly title: string }
  readonly task?: string
  readonly files?: readonly string[]
  /** Which of its pages are there and which are not, counted from 0. */
  readonly pages: readonly number[]
  readonly missing: readonly number[]
  /** Pages of another copy may have come to this one. */
  readonly isMixed: boolean
  /** The day on which it came, ISO 8601. */
  readonly since?: string
}

/** A number for each rule that had something to say. */
export type RuleCounts = Readonly<Partial<Record<RuleId, number>>>

/** A record before it is known where it came from and what is in the folder of records already. */
export type DraftRecord = Omit<
  FormRecord,
  'source' | 'trust' | 'supersedes' | 'case' | 'identifying' | 'messages' | 'copies'
> & {
  readonly messages: readonly Pick<Message, 'rule' | 'severity' | 'field' | 'message'>[]
  readonly raw: Readonly<Record<string, string>>
  readonly confidence: Readonly<Record<string, number>>
  /** The id that the same content had before ids came from the questions. */
  readonly earlierId: string
}

const importStatuses = [
  ...(['accepted', 'incomplete', 'duplicate', 'superseding', 'unconfirmed'] as const),
  ...(['untrusted', 'private', 'to-key', 'rejected'] as const),
]

/** How an input file ended. */
export type ImportStatus = (typeof importStatuses)[number]

/** Counts of input files by how they ended, before there are any. */
export function noneOfEach(): Record<ImportStatus, number> {
  return Object.fromEntries(importStatuses.map((status) => [status, 0])) as ReturnType<
    typeof noneOfEach
  >
}

/** What is said of one input file. */
export interface ImportResult {
  readonly file: string
  readonly status: ImportStatus
  readonly record?: FormRecord
  /** Id of the earlier record of the same case that this one replaces. */
  readonly supersedes?: string
  /** What pictures of forms on paper show; absent for other files and for anonymous forms. */
  readonly paper?: PaperRead
  readonly messages: readonly Message[]
}
