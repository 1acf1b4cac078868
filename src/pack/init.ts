import { resolve } from 'node:path'
import { VFile } from 'vfile'
import * as z from 'zod'
import {
  type ConfigurationFile,
  parseConfiguration,
  readConfigurationMaybe,
} from '../configuration/configuration-file.ts'
import { shownPath } from '../files/shown-path.ts'
import { replaceText } from '../files/write-file.ts'
import { hasErrors, type Message, messagesOf } from '../messages/message.ts'
import type { Document } from '../model/document.ts'
import type { Answer, Answers, PlaceholderCatalogue } from '../model/organisation.ts'
import type { Project } from '../model/project.ts'
import { EMPTY_CONFIG, type Entry, type Question, questionsOf, withEntries } from './ask/index.ts'
import { fill } from './fill/index.ts'
import { type Judge, load, readAnswersFile } from './load/index.ts'
import { parse } from './parse/index.ts'
import { askedIn } from './text/asked-spelling.ts'
import { placeholderKey } from './text/placeholder.ts'

export { askedIn }

/** Stands for the name while the questions are gathered; nothing with it is ever written. */
const UNNAMED = 'unnamed'

/** What a pack needs to know that its configuration does not say. */
export interface Questionnaire {
  readonly questions: readonly Question[]
  /** True when there is no configuration yet. */
  readonly isNew: boolean
  /** Whether the configuration can take a value that no question asks for: it has none there, and something needs it. */
  readonly isOpen: (path: readonly string[]) => boolean
  /** All documents that there are to choose from. */
  readonly documents: readonly { readonly id: string; readonly title: string }[]
}

/** Why nothing can be asked. */
export interface NoQuestions {
  readonly messages: readonly Message[]
}

/**
 * What `policypack init` is to ask: load → parse → fill → ask. Faults of an existing configuration are messages in place of
 * the questions.
 *
 * @example
 * ```ts
 * import { prepareQuestions } from 'policypack'
 *
 * const prepared = await prepareQuestions({ config: 'new.config.json' })
 * if ('questions' in prepared) for (const { question } of prepared.questions) console.log(question)
 * else console.log(prepared.messages)
 * ```
 */
export async function prepareQuestions(options: {
  readonly config: string
  /** Ids of documents that are not wanted, and need no answers. */
  readonly without?: readonly string[]
}): Promise<Questionnaire | NoQuestions> {
  const present = await readConfigurationMaybe(options.config)
  const configuration = present ?? nothingSaid(options.config)
  const project = await load({ ...options, configuration: named(configuration) })
  if ('messages' in project) return project
  const messages = messagesOf(project.configFile)
  if (hasErrors(messages)) return { messages }
  const documents = project.sources.map(parse).filter((document) => document !== undefined)
  return {
    questions: ask(without(project, options.without), documents, organisationKeys(configuration)),
    isNew: !present,
    isOpen: openIn(project, configuration, documents),
    documents: documents.map(({ id, meta }) => ({ id, title: meta.title })),
  }
}

function openIn(
  { catalogue, config }: Project,
  { json }: ConfigurationFile,
  documents: readonly Document[],
): Questionnaire['isOpen'] {
  const given = new Set(Object.keys(config.answers).map(placeholderKey))
  const known = new Set(Object.keys(catalogue).map(placeholderKey))
  const ids = new Set(documents.map(({ id }) => id))
  return ([part = '', key = '']) => {
    if (part === 'answers') return known.has(placeholderKey(key)) && !given.has(placeholderKey(key))
    return json?.locate([part, key]) === undefined && (part === 'organisation' || ids.has(key))
  }
}

function without(project: Project, ids: readonly string[] = []): Project {
  const left = Object.fromEntries(ids.map((id) => [id, { include: false }]))
  return {
    ...project,
    config: { ...project.config, documents: { ...project.config.documents, ...left } },
  }
}

/** Answers that nobody was asked for. */
export interface ScriptedAnswers {
  readonly entries: readonly Entry[]
  /** What the file answers and no question asks: it is answered already, or nothing needs it. */
  readonly unasked: readonly string[]
}

/**
 * Answers for scripts: those of a file to the open questions and, if wanted, the defaults of the others.
 *
 * @example
 * ```ts
 * import { answersWithoutAsking, prepareQuestions } from 'policypack'
 *
 * const prepared = await prepareQuestions({ config: 'new.config.json' })
 * if ('messages' in prepared) throw new Error(prepared.messages[0]?.message)
 * const usual = await answersWithoutAsking(prepared.questions, { defaults: true })
 * if ('entries' in usual) for (const { path, value } of usual.entries) console.log(path, value)
 * ```
 */
export async function answersWithoutAsking(
  questions: readonly Question[],
  {
    answers,
    defaults,
    isOpen = () => false,
  }: {
    readonly answers?: string
    readonly defaults: boolean
    /** As the questionnaire says it; without it, only what is asked for is taken. */
    readonly isOpen?: Questionnaire['isOpen']
  },
): Promise<ScriptedAnswers | NoQuestions> {
  const byKey = new Map(questions.map((question) => [keyOf(question.path), question]))
  const judge: Judge = (phrase, answer, locale, before) => {
    const question = byKey.get(keyOf(['answers', phrase]))
    return question?.fault(answer, locale) ?? conflictOf(question, answer, before, locale)
  }
  const file = answers === undefined ? {} : await readAnswersFile(answers, judge)
  if ('messages' in file) return file
  const { organisation = {}, answers: texts = {}, documents = {} } = file
  const given = Object.entries({ organisation, answers: texts, documents }).flatMap(
    ([part, values]) =>
      Object.entries(values).map(([key, value]: [string, unknown]) => ({
        path: [part, key],
        value,
      })),
  )
  const values = new Map(given.map(({ path, value }) => [keyOf(path), value]))
  const entries = questions.flatMap((question) => {
    const { path, normal } = question
    const said = values.get(keyOf(path))
    const usual = organisation.locale ? askedIn(organisation.locale, question) : question
    const value = said === undefined && defaults ? usual.default : said
    if (value === undefined) return []
    // What is usual does not hold beside an answer that it contradicts.
    if (said === undefined && conflictOf(question, usual.default, texts, organisation.locale))
      return []
    const text = typeof value === 'string' ? normal(value, organisation.locale) : undefined
    return [{ path, value: text ?? value }]
  })
  const others = given.filter(({ path }) => !byKey.has(keyOf(path)))
  const taken = others.filter(({ path }) => isOpen(path))
  const unasked = others.filter(({ path }) => !isOpen(path))
  return { entries: [...entries, ...taken], unasked: unasked.map(({ path }) => path.join(' › ')) }
}

function conflictOf(
  question: Question | undefined,
  answer: Answer | undefined,
  others: Answers,
  locale: string | undefined,
): string | undefined {
  if (typeof answer !== 'string') return undefined
  const answerTo = (phrase: string) =>
    Object.entries(others).find(([key]) => placeholderKey(key) === phrase)?.[1]
  return question?.conflict?.(answer, answerTo, locale)
}

/**
 * Puts answers into the configuration; all that stood in it stays.
 *
 * @example
 * ```ts
 * import { saveAnswers } from 'policypack'
 *
 * const config = 'other.config.json'
 * await saveAnswers(config, [{ path: ['organisation', 'name'], value: 'Blue Gum Tea Rooms' }])
 * console.log(`Run \`policypack init --config ${config}\` for the rest`)
 * ```
 */
export async function saveAnswers(config: string, entries: readonly Entry[]): Promise<void> {
  const { file } = (await readConfigurationMaybe(config)) ?? nothingSaid(config)
  await replaceText(config, withEntries(String(file), entries), { durable: true })
}

function ask(
  project: Project,
  documents: readonly Document[],
  organisationKeys: ReadonlySet<string>,
): Question[] {
  const { placeholders } = fill(documents, project, { draft: true })
  const answers = { ...examplesOf(project.catalogue), ...project.config.answers }
  const supposed = { ...project, config: { ...project.config, answers } }
  const { placeholders: possible } = fill(documents, supposed, { draft: true })
  return questionsOf({ ...project, organisationKeys, placeholders, possible })
}

function examplesOf(catalogue: PlaceholderCatalogue): Answers {
  return Object.fromEntries(
    Object.entries(catalogue).map(([key, info]) => [key, info.default ?? info.example ?? '…']),
  )
}

function nothingSaid(config: string): ConfigurationFile {
  return parseConfiguration(new VFile({ path: shownPath(resolve(config)), value: EMPTY_CONFIG }))
}

const Said = z.looseObject({ organisation: z.looseObject({}).default({}) })

/** The configuration with a name in it, without which it is none. */
function named(configuration: ConfigurationFile): ConfigurationFile {
  const { json } = configuration
  const said = Said.safeParse(json?.value).data
  if (!json || !said || 'name' in said.organisation) return configuration
  const value = { ...said, organisation: { ...said.organisation, name: UNNAMED } }
  return { ...configuration, json: { ...json, value } }
}

function organisationKeys({ json }: ConfigurationFile): Set<string> {
  return new Set(Object.keys(Said.safeParse(json?.value).data?.organisation ?? {}))
}

/** A path as people read it; phrases in their normal form. */
function keyOf(path: readonly string[]): string {
  return path.map(placeholderKey).join(' › ')
}
