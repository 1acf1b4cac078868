import * as z from 'zod'
import { hexColour } from '../language/colour.ts'
import { plainDate } from '../language/plain-date.ts'
import { Change, DocumentId } from './document.ts'
import { ProgrammeSettings } from './programme.ts'

export const Answer = z.union([
  /** The text that stands in its place. */
  z.string(),
  z.number(),
  /** One for each place, in order; or a list of points where the placeholder stands alone. */
  z.array(z.string()),
  /** Terms and their meanings, where the placeholder stands alone. */
  z.record(z.string(), z.string()),
  /** Deliberately none. */
  z.null(),
])
export type Answer = z.infer<typeof Answer>

export const Answers = z.record(z.string(), Answer)
export type Answers = z.infer<typeof Answers>

export const DocumentSettings = z.strictObject({
  /** `false` leaves the document out of the pack. */
  include: z.boolean().optional(),
  title: z.string().optional(),
  owner: z.string().optional(),
  approver: z.string().optional(),
  version: z.string().optional(),
  effective: z.string().optional(),
  review: z.string().optional(),
  number: z.string().optional(),
  storage: z.string().optional(),
  /** Ids of related documents, in place of those that the document names. */
  related: z.array(DocumentId).optional(),
  /** What was changed, oldest first, in place of what the document says. */
  changes: z.array(Change).optional(),
  answers: Answers.optional(),
  /** Answers that hold under one heading only, by the text of the heading. */
  headings: z.record(z.string(), Answers).optional(),
})
export type DocumentSettings = z.infer<typeof DocumentSettings>

export const Organisation = z.strictObject({
  /** Full name, as it stands in the documents. */
  name: z.string().trim().min(1),
  /** Short name for page headers; the full name when absent. */
  shortName: z.string().trim().min(1).optional(),
  /** BCP 47 language tag such as `en-AU`; decides paper, dates and numbers. */
  locale: normalised(languageTag, /^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$/).default('en-GB'),
  /** Path of a PNG, JPEG, WebP or SVG file, relative to the configuration. */
  logo: z.string().optional(),
  /** Main colour; `#rrggbb`, however it was written. */
  colour: normalised(hexColour, /^#[0-9a-f]{6}$/).default('#0b5cad'),
  /** `large` sets the PDFs in type of 16 points, for people who read smaller type with difficulty. */
  textSize: z.enum(['normal', 'large']).optional(),
  /** How the PDFs look: `plain`, or `classic` with headings in serif type and rules. */
  style: z.enum(['plain', 'classic']).optional(),
  /** E-mail address, telephone number or web page for questions about the pack. */
  contact: z.string().optional(),
  /** Address of the web site on which the pack is, such as `https://intranet.example.org/policies/`. */
  site: z
    .string()
    .trim()
    .regex(/^https?:\/\/[\p{L}\p{M}\p{N}.-]+(:\d{1,5})?(\/[^\s\\?#@]*)?$/u)
    .transform((site) => (site.endsWith('/') ? site : `${site}/`))
    .optional(),
  /** Days on which nobody works, beside weekends, as people write dates. */
  holidays: z.array(z.string()).optional(),
})

export type Organisation = z.infer<typeof Organisation>

/** The holidays of an organisation in ISO 8601. */
export function holidaysOf({ holidays = [], locale }: Organisation): string[] {
  return holidays.flatMap((day) => plainDate(day, locale) ?? [])
}

/** The configuration, `org.config.json`. */
export const Config = z.strictObject({
  $schema: z.string().optional(),
  organisation: Organisation.superRefine(({ holidays = [], locale }, context) => {
    for (const [index, day] of holidays.entries())
      if (plainDate(day, locale) === undefined)
        context.addIssue({ code: 'custom', path: ['holidays', index] })
  }),
  answers: Answers.default({}),
  documents: z.record(DocumentId, DocumentSettings).default({}),
  /** Where the people of the programme are listed, and how. */
  programme: ProgrammeSettings.optional(),
  /** Rules that are switched off, by their id. */
  rules: z.record(z.string(), z.literal('off')).default({}),
  /** The version of PDF: 2.0 with PDF/UA-2, which fewer programs know, or 1.7 with PDF/UA-1 and PDF/A-3a. */
  pdf: z.enum(['1.7', '2.0']).default('1.7'),
})
export type Config = z.infer<typeof Config>

/** What `content/placeholders.json` says of one placeholder: how to ask for it and what fits. */
export const PlaceholderInfo = z.strictObject({
  group: z.string(),
  /** The spelling that it is written in, and that its words change from by the locale. */
  spelling: z.literal('en-GB').optional(),
  type: z.enum([
    'text',
    'name',
    'date',
    'email',
    'url',
    'telephone',
    /** How often: an adverb, such as `every month`. */
    'frequency',
    /** A length of time. */
    'period',
    'number',
    'percentage',
    'money',
    /** A team, an authority, a union, or a person who is all of it. */
    'body',
    /** A role, or a person by name. */
    'person',
    'law',
    'place',
    /** An e-mail address, a telephone number or a role. */
    'contact',
    /** A web address, or words that say where. */
    'web',
    'choice',
    'definitions',
  ]),
  question: z.string(),
  hint: z.string().optional(),
  example: z.string().optional(),
  default: Answer.optional(),
  /** Of a choice: the texts to choose from. */
  options: z.array(z.string()).optional(),
  /** The phrase of another placeholder whose answer holds where this has none. */
  sameAs: z.string().optional(),
  /** The phrase of another placeholder below whose answer this cannot be. */
  atLeast: z.string().optional(),
  /** The organisation may have none. */
  optional: z.boolean().default(false),
})
export type PlaceholderInfo = z.infer<typeof PlaceholderInfo>

export const PlaceholderCatalogue = z.record(z.string(), PlaceholderInfo)
export type PlaceholderCatalogue = z.infer<typeof PlaceholderCatalogue>

/** A text that people write in several ways and that is used in one. */
function normalised(normal: (text: string) => string | undefined, pattern: RegExp) {
  return z
    .string()
    .transform((text) => normal(text.trim()) ?? text)
    .pipe(z.string().regex(pattern))
}

/** `en_gb` as `en-GB`; undefined when it is no language tag at all. */
function languageTag(text: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(text.replaceAll('_', '-'))[0]
  } catch {
    return undefined
  }
}
