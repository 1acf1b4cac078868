import type { Answer, Answers, DocumentSettings, PlaceholderInfo } from '../model/organisation.ts'
import { conditionKey, placeholderKey } from '../model/placeholder.ts'
import type { FillProject } from './index.ts'

/** An answer, and where it comes from. */
export interface Entry {
  /** The phrase as it was written there. */
  readonly phrase: string
  readonly answer: Answer
  /** Its path in the configuration; absent for what is implied or a default. */
  readonly path?: readonly string[]
  readonly info?: PlaceholderInfo
}

/** Answers by the key of their placeholder. */
type Scope = ReadonlyMap<string, Entry>

/** A place that asks: the document, and the headings that it stands under, innermost first. */
interface Asker {
  readonly document: string
  readonly headings: readonly string[]
}

/** All answers of an organisation. */
export interface AnswerBook {
  /** The answer that holds at a place: the nearest heading's, the document's, the organisation's, or a default. */
  find(key: string, asker: Asker): Entry | undefined
  /** The answer that a condition asks for, by the key in the words of a condition. */
  findCondition(key: string, document: string): Entry | undefined
  /** What the catalogue says of a placeholder. */
  infoOf(key: string): PlaceholderInfo | undefined
  /** True where an organisation may have none: the phrase or the catalogue says so. */
  isOptional(key: string): boolean
  /** Keys of all answers that can hold in a document. */
  keysFor(document: string): Set<string>
  /** All answers that stand in the configuration. */
  readonly given: readonly Entry[]
}

/** Gathers the answers of the configuration, what its other values imply, and the catalogue's defaults. */
export function answersOf({ config, catalogue }: FillProject): AnswerBook {
  const infos = new Map(Object.entries(catalogue).map(([key, info]) => [placeholderKey(key), info]))
  const own = scopeOf(config.answers, ['answers'])
  const implied = scopeOf(impliedBy(config.organisation))
  const defaults = scopeOf(defaultsOf(catalogue))
  const documents = new Map(
    Object.entries(config.documents).map(([id, settings]) => [id, documentScopes(id, settings)]),
  )

  function scopesFor({ document, headings }: Asker): Scope[] {
    const scopes = documents.get(document)
    return [
      ...headings.flatMap((heading) => scopes?.headings.get(heading) ?? []),
      ...(scopes ? [scopes.own, scopes.implied] : []),
      own,
      implied,
      defaults,
    ]
  }

  function first(asker: Asker, matches: (scope: Scope) => Entry | undefined): Entry | undefined {
    for (const scope of scopesFor(asker)) {
      const found = matches(scope)
      if (found) return found
    }
    return undefined
  }

  function scopeOf(answers: Answers, path?: readonly string[]): Scope {
    const entries = Object.entries(answers).map(([phrase, answer]): [string, Entry] => {
      const key = placeholderKey(phrase)
      const info = infos.get(key)
      return [
        key,
        { phrase, answer, ...(path && { path: [...path, phrase] }), ...(info && { info }) },
      ]
    })
    return new Map(entries)
  }

  function documentScopes(id: string, settings: DocumentSettings) {
    const headings = Object.entries(settings.headings ?? {})
    return {
      own: scopeOf(settings.answers ?? {}, ['documents', id, 'answers']),
      implied: scopeOf(impliedBySettings(settings)),
      headings: new Map(
        headings.map(([heading, answers]) => [
          placeholderKey(heading),
          scopeOf(answers, ['documents', id, 'headings', heading]),
        ]),
      ),
    }
  }

  const written = [
    own,
    ...[...documents.values()].flatMap((scopes) => [scopes.own, ...scopes.headings.values()]),
  ]
  return {
    find: (key, asker) => first(asker, (scope) => scope.get(key)),
    findCondition: (key, document) =>
      first(
        { document, headings: [] },
        (scope) => [...scope].find(([phrase]) => conditionKey(phrase) === key)?.[1],
      ),
    infoOf: (key) => infos.get(key),
    isOptional: (key) => /^any other\b/.test(key) || infos.get(key)?.optional === true,
    keysFor: (document) =>
      new Set(
        scopesFor({
          document,
          headings: [...(documents.get(document)?.headings.keys() ?? [])],
        }).flatMap((scope) => [...scope.keys()]),
      ),
    given: written.flatMap((scope) => [...scope.values()]),
  }
}

function impliedBy({ name, shortName, contact }: FillProject['config']['organisation']): Answers {
  return present({
    'organisation name': name,
    'organisation short name': shortName ?? name,
    'human resources contact': contact,
  })
}

function impliedBySettings(settings: DocumentSettings): Answers {
  return present({
    owner: settings.owner,
    approver: settings.approver,
    'effective date': settings.effective,
    'review date': settings.review,
    'policy number': settings.number,
    'storage location': settings.storage,
  })
}

function defaultsOf(catalogue: FillProject['catalogue']): Answers {
  return present(
    Object.fromEntries(Object.entries(catalogue).map(([key, info]) => [key, info.default])),
  )
}

function present(answers: Readonly<Record<string, Answer | undefined>>): Answers {
  return Object.fromEntries(
    Object.entries(answers).flatMap(([key, answer]) =>
      answer === undefined ? [] : [[key, answer]],
    ),
  )
}

/** True for an answer that says nothing: `null`, an empty text, list or table. */
export function isEmpty(answer: Answer): boolean {
  if (answer === null) return true
  if (typeof answer === 'string') return answer.trim() === ''
  return typeof answer === 'object' && Object.keys(answer).length === 0
}
