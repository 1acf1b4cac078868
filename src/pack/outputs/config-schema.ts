import { colourNames } from '../../language/colour.ts'
import { rules } from '../../messages/rules.ts'
import type { Change, Document } from '../../model/document.ts'
import type { JsonSchema } from '../../model/json-schema.ts'
import type {
  Config,
  DocumentSettings,
  Organisation,
  PlaceholderCatalogue,
  PlaceholderInfo,
} from '../../model/organisation.ts'
import { type ProgrammeSettings, personColumns } from '../../model/programme.ts'
import type { PlaceholderUse } from '../../model/project.ts'
import { answerKind } from '../text/answer-kind.ts'
import { placeholderKey } from '../text/placeholder.ts'

/** How many of the sentences that a placeholder stands in its description quotes. */
const SENTENCES = 3

/** What a configuration can be about. */
export interface ConfigSubject {
  /** All documents of the content, those that are left out too. */
  readonly documents: readonly Pick<Document, 'id' | 'meta'>[]
  readonly placeholders: readonly Pick<PlaceholderUse, 'key' | 'document' | 'sentence'>[]
  readonly catalogue: PlaceholderCatalogue
}

/**
 * The JSON Schema of a configuration for this very content, so that an editor offers the documents and placeholders that
 * there are, each placeholder with the question and the sentences that it stands in.
 */
export function configSchema({ documents, placeholders, catalogue }: ConfigSubject): JsonSchema {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'The configuration of a policy pack',
    ...object({
      $schema: { type: 'string' },
      organisation: { ...object(organisation), required: ['name'] },
      answers: { $ref: '#/definitions/answers' },
      documents: object(
        Object.fromEntries(documents.map(({ id, meta }) => [id, settingsOf(meta.title)])),
      ),
      pdf: {
        enum: ['1.7', '2.0'],
        default: '1.7',
        description:
          'Version of the PDFs: `2.0` with PDF/UA-2 and Well-Tagged PDF, which fewer programs know, or `1.7` with PDF/UA-1 and PDF/A-3a.',
      },
      programme: object({
        people: text(
          'Path of the list of people, CSV or Excel, beside this file or in a folder there.',
        ),
        columns: {
          type: 'object',
          additionalProperties: { enum: personColumns },
          description:
            'What its columns say, by their headings, where these are not the usual ones.',
        },
        calendar: {
          ...text(
            'Whose public holidays are no working days: a country, or a part of it such as `GB-SCT`; the organisation’s country when absent.',
          ),
          pattern: '^[A-Z]{2}(-[A-Z0-9]+)*$',
        },
      } satisfies Record<keyof ProgrammeSettings, JsonSchema>),
      rules: object(
        Object.fromEntries(
          Object.entries(rules).map(([id, { summary }]) => [
            id,
            { const: 'off', description: summary },
          ]),
        ),
      ),
    } satisfies Record<keyof Config, JsonSchema>),
    required: ['organisation'],
    definitions: { answers: object(answers(placeholders, catalogue)) },
  }
}

const organisation = {
  name: { ...text('Full name, as it stands in the documents.'), minLength: 1 },
  shortName: { ...text('Short name for page headers; the full name when absent.'), minLength: 1 },
  locale: {
    ...text('Language and country such as `en-AU`; decides paper, dates and numbers.'),
    pattern: '^[A-Za-z]{2,3}([-_][A-Za-z]{4})?([-_][A-Za-z]{2})?$',
    default: 'en-GB',
  },
  logo: text('Path of a PNG, JPEG, WebP or SVG file, beside this file or in a folder there.'),
  colour: {
    ...text('Main colour, such as `#0b5cad`, `#05a` or `navy`.'),
    anyOf: [{ pattern: '^#?([0-9a-fA-F]{3}){1,2}$' }, { enum: colourNames }],
    default: '#0b5cad',
  },
  textSize: {
    description:
      '`large` sets the PDFs in type of 16 points, for people who find smaller type hard to read.',
    enum: ['normal', 'large'],
    default: 'normal',
  },
  style: {
    description: 'How the PDFs look: `classic` has headings in serif type, and rules.',
    enum: ['plain', 'classic'],
    default: 'plain',
  },
  contact: text('E-mail address, telephone number or web page for questions about the pack.'),
  site: {
    ...text(
      'Web address of the folder in which the pack is published; PDFs link to each other there, also when they are mailed alone.',
    ),
    pattern: '^https?://[^\\s\\\\/?#@]+(/[^\\s\\\\?#@]*)?$',
  },
  holidays: {
    type: 'array',
    items: { type: 'string', minLength: 6 },
    description:
      'Days on which nobody works, beside weekends, such as `2026-12-25` or `25 December 2026`; working days are counted without them.',
  },
} satisfies Record<keyof Organisation, JsonSchema>

function settingsOf(title: string): JsonSchema {
  return { description: title, ...object(settings) }
}

const settings = {
  include: { type: 'boolean', description: '`false` leaves the document out of the pack.' },
  title: text('Another title.'),
  owner: text('Who looks after the document.'),
  approver: text('Who approves it.'),
  version: { ...text('Version such as `1.0.0`.'), pattern: '^\\d+\\.\\d+\\.\\d+$' },
  effective: text('The day on which it takes effect, such as `2026-12-01` or `1 December 2026`.'),
  review: text('The day of the next review, or an interval such as `every 12 months`.'),
  number: text('The number of the document in your own numbering.'),
  storage: text('Where the document is kept.'),
  related: {
    description: 'Ids of related documents, in place of those that the document names.',
    type: 'array',
    items: { type: 'string' },
  },
  changes: {
    description: 'What was changed, oldest first, in place of what the document says.',
    type: 'array',
    items: {
      ...object({
        date: text('The day of the change, such as `2026-12-01`.'),
        reason: text('What was changed and why.'),
        author: text('Who changed it.'),
      } satisfies Record<keyof Change, JsonSchema>),
      required: ['date', 'reason', 'author'],
    },
  },
  answers: {
    description: 'Answers that hold in this document only.',
    allOf: [{ $ref: '#/definitions/answers' }],
  },
  headings: {
    description: 'Answers that hold under one heading only, by the text of the heading.',
    type: 'object',
    additionalProperties: { $ref: '#/definitions/answers' },
  },
} satisfies Record<keyof DocumentSettings, JsonSchema>

function answers(
  placeholders: ConfigSubject['placeholders'],
  catalogue: PlaceholderCatalogue,
): Record<string, JsonSchema> {
  const uses = Map.groupBy(placeholders, ({ key }) => key)
  const infos = new Map(Object.entries(catalogue).map(([key, info]) => [placeholderKey(key), info]))
  const keys = new Set([...infos.keys(), ...uses.keys()])
  return Object.fromEntries(
    [...keys].map((key) => [key, answer(infos.get(key), uses.get(key) ?? [])]),
  )
}

function answer(
  info: PlaceholderInfo | undefined,
  uses: ConfigSubject['placeholders'],
): JsonSchema {
  const item = { type: 'string', ...(info && answerKind(info).schema) }
  return {
    description: describe(info, uses),
    ...item,
    type: ['string', 'number', 'array', 'object', 'null'],
    items: item,
    additionalProperties: item,
    ...(info?.default !== undefined && { default: info.default }),
    ...(info?.example !== undefined && { examples: [info.example] }),
  }
}

function describe(info: PlaceholderInfo | undefined, uses: ConfigSubject['placeholders']): string {
  const quoted = new Map(uses.map(({ sentence, document }) => [sentence, document]))
  const sentences = [...quoted]
    .slice(0, SENTENCES)
    .map(([one, document]) => `${document}: “${one}”`)
  const expected = info && answerKind(info).rule && `Expected: ${answerKind(info).expected}.`
  return [info?.question, info?.hint, expected, ...sentences]
    .filter((part) => part !== undefined)
    .join('\n')
}

function text(description: string): JsonSchema {
  return { type: 'string', description }
}

function object(properties: Readonly<Record<string, JsonSchema>>): JsonSchema {
  return { type: 'object', properties, additionalProperties: false }
}
