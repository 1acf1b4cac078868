import type { BlockContent, DefinitionContent, PhrasingContent, Root } from 'mdast'
import type { Node, Parent } from 'unist'
import type { VFile } from 'vfile'
import * as z from 'zod'
import type { Locate } from '../messages/message.ts'
import { DOCUMENT_ID, isTaken, LONGEST_ID } from './document-id.ts'
import type { Field } from './field.ts'
import { Keep, Privacy, Private, Recipient, RecordKey } from './form.ts'
import { FormRule } from './form-rule.ts'

/** Kinds of document; the last four are forms. */
export const kinds = [
  'policy',
  'procedure',
  'guide',
  'guideline',
  'contract',
  'evaluation',
  'record',
  'form',
] as const
export type Kind = (typeof kinds)[number]

/** True when a document of this kind is filled in. */
export function isForm(kind: Kind): boolean {
  return kind === 'contract' || kind === 'evaluation' || kind === 'record' || kind === 'form'
}

export const DocumentId = z.string().regex(DOCUMENT_ID).max(LONGEST_ID)

/** A date, or a text that holds a placeholder for one. YAML dates arrive here as ISO 8601 text. */
const text = z.string().trim().min(1)

/** The id of a form as files name it: no other name becomes a folder of records. */
export const FormId = DocumentId.refine((id) => !isTaken(id))

/** What was changed in a document, when and by whom. */
export const Change = z.strictObject({ date: text, reason: text, author: text })
export type Change = z.infer<typeof Change>

/** What a privacy notice says of rights and of whom to ask, where the author says nothing else. */
export const usualPrivacy = {
  rights:
    'You may ask for a copy of what we hold about you, and to have it corrected or deleted; (insert data-protection law) says when we must do so, and to whom you may complain.',
  contact: 'Contact (insert human resources contact).',
} as const

/** The front matter of a document. Its texts may hold placeholders until they are filled. */
export const FrontMatter = z.strictObject({
  id: FormId,
  kind: z.enum(kinds),
  title: text,
  version: z.string().regex(/^\d+\.\d+\.\d+$/, 'Expected a version such as `1.0.0`'),
  /** The spelling that it is written in; a pack in another English gets that of its locale. */
  spelling: z.literal('en-GB').optional(),
  /** One sentence: what the document is for. */
  summary: text.optional(),
  owner: text.optional(),
  approver: text.optional(),
  /** ISO date on which the document takes effect. */
  effective: text.optional(),
  /** ISO date of the next review, or an interval such as `every 12 months`. */
  review: text.optional(),
  /** The organisation's own number for the policy. */
  number: text.optional(),
  /** Where the document is kept. */
  storage: text.optional(),
  related: z.array(DocumentId).default([]),
  /** What was changed, oldest first. */
  changes: z.array(Change).default([]),
  /** Clauses are numbered 1, 1.1, … */
  numbered: z.boolean().default(false),
  /** A list of contents stands before the text. */
  contents: z.boolean().default(false),
  /** Forms: names of the fields whose values make two submissions the same case. */
  recordKey: z._default(RecordKey, []),
  /** Forms: how long and where a completed form is kept. */
  retention: text.optional(),
  /** Forms: the same as a rule by which records are found that are to be deleted. */
  keep: z.optional(Keep),
  /** Forms: how many minutes it takes to fill in. */
  minutes: z.int().min(1).max(600).optional(),
  /** Forms: what follows `Send this form`, for example `to the people team`. */
  send: text.optional(),
  /** Forms: who receives a completed form, and what they may see of it. */
  recipients: z.array(Recipient).default([]),
  /** Forms: why the organisation may ask, for the privacy notice. */
  privacy: z
    .strictObject({
      ...Privacy.shape,
      rights: text.default(usualPrivacy.rights),
      contact: text.default(usualPrivacy.contact),
    })
    .optional(),
  /** Forms: what the organisation does not keep. */
  private: z.optional(Private),
  /** Forms: `anonymous` forms must not ask who somebody is. */
  sensitive: z.literal('anonymous').optional(),
  /** Forms: what must hold between answers. */
  rules: z.array(FormRule).default([]),
})
export type FrontMatter = z.infer<typeof FrontMatter>

/** A content file as it was loaded. */
export interface Source {
  /** Path relative to the project, text, and the messages that the stages put on it. */
  readonly file: VFile
}

/** A parsed document. Stages return a new one and share the file, on which messages collect. */
export interface Document {
  readonly id: string
  readonly kind: Kind
  readonly meta: FrontMatter
  /** The same as it is set in type; absent before the typeset stage. */
  readonly typeset?: FrontMatter
  readonly file: VFile
  /** Where a value of the front matter stands in the file, for messages. */
  readonly locate: Locate
  /** Markdown tree with the nodes below for what is ours. */
  readonly tree: Root
  /** The questions, in reading order; empty for documents that are no form. */
  readonly fields: readonly Field[]
  /** Names of fields that the organisation does without, which its rules and its record key may still name. */
  readonly withoutFields?: ReadonlySet<string>
}

/** `(insert frequency)` in running text. */
export interface Placeholder extends Node {
  type: 'placeholder'
  /** The phrase in its normal form: lower case, single spaces, straight quotes. */
  key: string
  /** As the author wrote it. */
  raw: string
  /** True for `(Insert …)`: the value begins with a capital. */
  capital: boolean
  /** The form of the answer that is asked for, beside its plain one: `period` in `(insert frequency as period)`. */
  form?: 'bare' | 'possessive' | 'period' | 'adjective' | 'length' | 'way'
}

/** A gap that stays in a draft; shown highlighted with the author's own words. */
export interface Gap extends Node {
  type: 'gap'
  raw: string
}

/** `:abbr[HR]{meaning="human resources"}`: a short form of words, in running text. */
export interface Abbreviation extends Parent {
  type: 'abbreviation'
  /** What it stands for; empty where an answer left nothing of it. */
  meaning: string
  /** The same as it is set in type; absent before the typeset stage. */
  typeset?: { meaning: string }
  children: PhrasingContent[]
}

/** `:lang[à la carte]{lang=fr}`: a passage in another language, in running text. */
export interface Language extends Parent {
  type: 'language'
  /** BCP 47 language tag. */
  lang: string
  children: PhrasingContent[]
}

/** A question, inside a sentence or on a line of its own. */
export interface FieldNode extends Node {
  type: 'field'
  field: Field
  /** The same as it is set in type; absent before the typeset stage. */
  typeset?: Field
  inline: boolean
}

/** What an answer has to be for something to be there. */
export interface AnswerTest {
  key: string
  /** The values of which one is asked for, parted by bars; absent: any answer. */
  value?: string
  negated: boolean
}

/** `:::when{key}` or `:::unless{key}`; gone after the fill stage. */
export interface Condition extends Parent, AnswerTest {
  type: 'condition'
  children: (BlockContent | DefinitionContent)[]
}

/** `:when[words]{key}` or `:unless[words]{key}` in running text; gone after the fill stage. */
export interface TextCondition extends Parent, AnswerTest {
  type: 'textCondition'
  children: PhrasingContent[]
}

/** A list of terms with their meanings, from a block answer. */
export interface Definitions extends Node {
  type: 'definitions'
  entries: readonly { readonly term: string; readonly meaning: string }[]
}

/** `::changes` and `::document-control`: tables that come from the front matter. */
export interface MetaTable extends Node {
  type: 'metaTable'
  table: 'changes' | 'document-control'
}

/** A numbered clause: the paragraph, and the lists that belong to it. */
export interface Clause extends Parent {
  type: 'clause'
  /** `3.2` */
  number: string
  /** Anchor, for example `clause-3-2`. */
  id: string
  children: (BlockContent | DefinitionContent)[]
}

export interface PictureSettings {
  /** As HTML has it: a percentage of the width of the text, or CSS pixels; absent: as wide as it is, and not wider than the text. */
  width?: string
  /** It says nothing, and has no alternative text. */
  decorative: boolean
}

interface Inline {
  abbreviation: Abbreviation
  textCondition: TextCondition
  language: Language
  placeholder: Placeholder
  gap: Gap
  field: FieldNode
}
interface Block {
  field: FieldNode
  condition: Condition
  definitions: Definitions
  metaTable: MetaTable
  clause: Clause
}

declare module 'mdast' {
  interface PhrasingContentMap extends Inline {}
  interface BlockContentMap extends Block {}
  interface RootContentMap extends Inline, Block {}
  interface TextData {
    /** The text comes from an answer: nothing in it is a placeholder or markup. */
    answer?: true
    /** The text as it is set in type; absent: as it was written. */
    typeset?: string
  }
  interface ImageData {
    picture?: PictureSettings
  }
  interface HeadingData {
    /** Anchor of the heading, set by the fill stage. */
    id?: string
    /** Clause number such as `3`, in numbered documents. */
    number?: string
  }
}
