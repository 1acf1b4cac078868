import * as z from 'zod/mini'
import { Field, FieldName } from './field.ts'
import { Answered, Condition, FormRule } from './form-rule.ts'

/**
 * By what two submissions are known to be of one case: the names of fields, each of them also a list of which the first that
 * is answered counts.
 */
export const RecordKey = z.array(z.union([FieldName, z.array(FieldName).check(z.minLength(1))]))
export type RecordKey = z.infer<typeof RecordKey>

/** Parts of an organisation to which an export may go. */
export const Audience = z.enum(['people-team', 'management', 'development-team'])
export type Audience = z.infer<typeof Audience>

/** Somebody who receives a completed form, and what they may see of it. */
export const Recipient = z.strictObject({
  who: z.string().check(z.trim(), z.minLength(1)),
  sees: z.string().check(z.trim(), z.minLength(1)),
  /** Which part of the organisation it is, to which an export may go. */
  is: z.optional(Audience),
  /** The same as `sees` for a program: the names of the answers; all of them when absent. */
  fields: z.optional(z.array(FieldName).check(z.minLength(1))),
  /** Only forms with this answer go to them. */
  when: z.optional(Condition),
})
export type Recipient = z.infer<typeof Recipient>

/** Why an organisation may ask, in plain words: each a sentence, or what completes one. */
export const Privacy = z.strictObject({
  purpose: z.string().check(z.trim(), z.minLength(1)),
  basis: z.string().check(z.trim(), z.minLength(1)),
})
export type Privacy = z.infer<typeof Privacy>

/** What ends the need of a form and is no date on it, in words. */
export const KeepEvent = z.enum([
  'the partnership ends',
  'the matter is closed',
  'the person leaves',
  'the month ends',
  'the quarter ends',
])
export type KeepEvent = z.infer<typeof KeepEvent>

/** A period that the answers name by its first month: by the fields for the year and the month, and how long it is. */
const KeepPeriod = z.strictObject({
  year: FieldName,
  month: FieldName,
  /** How often one begins, such as `every quarter`. */
  each: z.string().check(z.trim(), z.minLength(1)),
})

/** From when on a completed form is to be deleted, as a rule that a program follows. `retention` says the same in words. */
export const Keep = z.strictObject({
  /** So long after, such as `one year`; at once when absent. */
  for: z.optional(z.string().check(z.trim(), z.minLength(1))),
  /** After what: of these, the first that is known. A name is that of a date on the form. */
  from: z.array(z.union([KeepEvent, KeepPeriod, FieldName])).check(z.minLength(1)),
})
export type Keep = z.infer<typeof Keep>

/** All of the answers that lift it; of several, each. */
const Unless = z.union([Answered, z.array(Answered).check(z.minLength(1))])

/** What an organisation does not keep. An answer that lifts it must be certain. */
export const Private = z.union([
  /** The whole form, always. */
  z.literal(true),
  /** The whole form, unless an answer says otherwise. */
  z.strictObject({ unless: Unless }),
  /** The answers to these questions and the rows of these tables. */
  z.strictObject({ fields: z.array(FieldName).check(z.minLength(1)), unless: z.optional(Unless) }),
])
export type Private = z.infer<typeof Private>

/** Left, bottom, right, top in PDF points (1/72 in), origin at the bottom left of the page. */
const Rectangle = z.tuple([z.number(), z.number(), z.number(), z.number()])

/** Where a slot is on the page. */
export const Widget = z.strictObject({
  /** Fully qualified name of the PDF field. */
  name: z.string().check(z.minLength(1)),
  /** On-state, for checkboxes and radio buttons. */
  state: z.optional(z.string()),
  /** What the field says of itself to a screen reader; absent in forms of old and for the buttons of a group. */
  tooltip: z.optional(z.string()),
  /** Page, counted from 0. */
  page: z.int().check(z.nonnegative()),
  rect: Rectangle,
})
export type Widget = z.infer<typeof Widget>

/** A text that stands at the same place on every copy of a page, by which a printed copy is laid over the form. */
export const Anchor = z.strictObject({
  /** Page, counted from 0. */
  page: z.int().check(z.nonnegative()),
  text: z.string().check(z.minLength(1)),
  /** Start of its baseline in PDF points, origin at the bottom left of the page. */
  x: z.number(),
  y: z.number(),
})
export type Anchor = z.infer<typeof Anchor>

/** All that is printed on one page of a form, what its boxes hold excepted. */
export const PrintedPage = z.strictObject({
  /** The lines of the page, taken apart where there is room to fill something in. */
  texts: z.array(
    z.strictObject({
      text: z.string().check(z.minLength(1)),
      /** Start of its baseline and its length, PDF points, origin at the bottom left of the page. */
      x: z.number(),
      y: z.number(),
      width: z.number(),
    }),
  ),
  /** What runs in other directions than from left to right, in one piece; absent where nothing does. */
  turned: z.optional(z.string()),
  /** The rectangles around pictures, drawings and backgrounds, as those of widgets. */
  drawings: z.array(Rectangle),
})
export type PrintedPage = z.infer<typeof PrintedPage>

/** What the PDF of a form that others made has in the place of what the form has. */
export const OriginalField = z.strictObject({
  /** Fully qualified name of its field. */
  name: z.string().check(z.minLength(1)),
  is: FieldName,
  /** What it stores where something is chosen or ticked, and the value or on-state of the form for that. */
  values: z.array(z.tuple([z.string(), z.string()])),
})
export type OriginalField = z.infer<typeof OriginalField>

const Hash = z.string().check(z.regex(/^[0-9a-f]{64}$/))

/**
 * What a form is: everything that is needed to read a completed copy, without the content it was made from. It is
 * written to `out/forms/<id>.form.json` and travels inside the PDF.
 */
export const FormDefinition = z.strictObject({
  format: z.literal(1),
  id: z.string().check(z.minLength(1)),
  version: z.string(),
  title: z.string(),
  organisation: z.string().check(z.minLength(1)),
  /** BCP 47, for example `en-AU`; decides how `3/4/2026` is read. */
  locale: z.string().check(z.minLength(2)),
  recordKey: RecordKey,
  retention: z.optional(z.string()),
  keep: z.optional(Keep),
  sensitive: z.optional(z.literal('anonymous')),
  recipients: z.optional(z.array(Recipient)),
  privacy: z.optional(Privacy),
  private: z.optional(Private),
  rules: z.array(FormRule),
  fields: z.array(Field),
  pages: z.int().check(z.positive()),
  widgets: z.array(Widget),
  /** Absent in forms that can only be read by their fields. */
  anchors: z.optional(z.array(Anchor)),
  /** One entry a page; absent in forms from before pages were compared as a whole. */
  printed: z.optional(z.array(PrintedPage)),
  /** Of a form that others made, whose completed copies have other names; absent for those that policypack makes. */
  original: z.optional(z.array(OriginalField)),
  /**
   * What makes it this form: SHA-256 in lower-case hex over all that it asks and promises, the version included, but not over
   * the places and sizes of its boxes. The words around the questions are no part of a definition; that they changed, only
   * the version tells. Absent in files from before there was this hash, and then made from their content.
   */
  questions: Hash,
  /** SHA-256 over the definition without these two keys: this very layout of the form. */
  hash: Hash,
})
export type FormDefinition = z.infer<typeof FormDefinition>

/** What a form asks and promises, whatever it looks like; it is kept beside the records, which it explains. */
export const AskedForm = z.omit(FormDefinition, {
  pages: true,
  widgets: true,
  anchors: true,
  printed: true,
  original: true,
  hash: true,
})
export type AskedForm = z.infer<typeof AskedForm>

/** A definition before its place on the page and its hash are known. */
export type FormOutline = Omit<
  FormDefinition,
  'pages' | 'widgets' | 'anchors' | 'printed' | 'original' | 'questions' | 'hash'
>

/** One line of `published-forms.json`: a form that was handed out. */
export const PublishedForm = z.strictObject({
  id: z.string(),
  version: z.string(),
  /** Name of the organisation whose form it is; absent in lists of old. */
  organisation: z.optional(z.string()),
  hash: z.string(),
  /** Hash over its questions; absent in lists of old. */
  questions: z.optional(z.string()),
  /** ISO date on which it was first built. */
  date: z.iso.date(),
})
export type PublishedForm = z.infer<typeof PublishedForm>
