import { z } from 'zod'
import type { Message } from '../messages/message.ts'

/** A value in a record: nested by the dots of the names; rows are arrays; blank is `null`. */
export type RecordValue =
  | string
  | number
  | boolean
  | null
  | RecordValue[]
  | { [name: string]: RecordValue }

export const RecordValue: z.ZodType<RecordValue> = z.lazy(() =>
  z.union([
    z.string(),
    z.number(),
    z.boolean(),
    z.null(),
    z.array(RecordValue),
    z.record(z.string(), RecordValue),
  ]),
)

/** A signature as a record tells it. */
export const RecordSignature = z.strictObject({
  field: z.string(),
  kind: z.enum(['digital', 'typed', 'drawn']),
  by: z.string().optional(),
  at: z.string().optional(),
  /** Digital: the signed bytes are unchanged. */
  intact: z.boolean().optional(),
  /** Digital: the signature covers the file to its end. */
  coversWholeFile: z.boolean().optional(),
  /** Digital: names of the fields that were changed after signing; absent when that is not known. */
  changedAfter: z.array(z.string()).optional(),
  /** Digital: the certificate leads to one of the given authorities; absent when none were given. */
  trusted: z.boolean().optional(),
})
export type RecordSignature = z.infer<typeof RecordSignature>

/** What a file says about when it was completed, ISO 8601. */
export const FileDates = z.strictObject({
  /** The latest signing, as digital signatures or the dates beside signatures tell it; it may be a day. */
  signed: z.string().optional(),
  /** The last change that the file tells of. */
  modified: z.string().optional(),
})
export type FileDates = z.infer<typeof FileDates>

const RecordMessage = z.strictObject({
  rule: z.string(),
  severity: z.string(),
  field: z.string().optional(),
  message: z.string(),
})

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
    questions: z.string().optional(),
    title: z.string(),
  }),
  organisation: z.string(),
  status: z.enum(['complete', 'incomplete']),
  /** The definition came with the file and is not ours: the record is kept apart until somebody decides. */
  trust: z.literal('embedded').optional(),
  /**
   * Id of the earlier record of the same case that this one replaces without question: of records of old, or where a person
   * decided so. Otherwise it follows from what the records say.
   */
  supersedes: z.string().optional(),
  /** The same for all records of one case: a hash over the values that the form's `recordKey` names. */
  case: z.string().optional(),
  /** Names of answers that tell people of the same name apart. */
  identifying: z.array(z.string()).optional(),
  values: z.record(z.string(), RecordValue),
  /** Values of fields that are not of the form, by their PDF name. */
  extra: z.record(z.string(), z.array(z.string())).optional(),
  signatures: z.array(RecordSignature),
  source: z.strictObject({
    file: z.string(),
    sha256: z.string(),
    bytes: z.int(),
    software: z.string().optional(),
    method: z.enum(['fields', 'flattened']),
    /** The text of values that had to be read in a certain way, by field name, for example `3/4/26`. */
    raw: z.record(z.string(), z.string()).optional(),
    /** Certainty from 0 to 1 of the values that are not certain, by field name. */
    confidence: z.record(z.string(), z.number()).optional(),
    /** What the file says about when it was completed; what lies in the future is left out. */
    written: FileDates.optional(),
    /** ISO 8601, UTC. */
    importedAt: z.string(),
  }),
  messages: z.array(RecordMessage),
  /** Other files with the same content, oldest first, whose originals are kept as well; with what is wrong with them. */
  copies: z
    .array(
      z.strictObject({
        file: z.string(),
        sha256: z.string(),
        bytes: z.int(),
        importedAt: z.string(),
        status: z.enum(['complete', 'incomplete']),
        messages: z.array(RecordMessage),
      }),
    )
    .optional(),
})
export type FormRecord = z.infer<typeof FormRecord>

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

/** How an input file ended. */
export type ImportStatus =
  | 'accepted'
  | 'incomplete'
  | 'duplicate'
  | 'superseding'
  | 'unconfirmed'
  | 'untrusted'
  | 'rejected'

/** What is said of one input file. */
export interface ImportResult {
  readonly file: string
  readonly status: ImportStatus
  readonly record?: FormRecord
  /** Id of the earlier record of the same case that this one replaces. */
  readonly supersedes?: string
  readonly messages: readonly Message[]
}
