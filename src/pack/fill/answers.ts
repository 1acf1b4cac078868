import type { Answer, PlaceholderCatalogue } from '../../model/organisation.ts'
import { oncePer } from '../text/once.ts'
import { conditionKey, placeholderKey } from '../text/placeholder.ts'
import type { FillProject } from './project.ts'
import { commonScopes, documentScopes, type Entry, type Scope } from './scopes.ts'

/** A place that asks: the document, and the keys of the headings that it stands under, innermost first. */
interface Asker {
  readonly document: string
  readonly headings: readonly string[]
}

export interface AnswerBook {
  /** The answer that holds at a place: the nearest heading's, the document's, the organisation's, or a default. */
  find(key: string, asker: Asker): Entry | undefined
  /**
   * The answer that a condition asks for, by the key in the words of a condition; not that of another placeholder, so that a
   * text can tell whether the organisation has something of its own.
   */
  findCondition(key: string, document: string): Entry | undefined
  /** True where an organisation may have none: the phrase or the catalogue says so, or its `null` where the catalogue is silent. */
  isOptional(key: string): boolean
  /** Keys of all answers that can hold in a document. */
  keysFor(document: string): ReadonlySet<string>
  /** All answers that stand in the configuration. */
  readonly given: readonly Entry[]
}

/** Gathers the answers of the configuration, what its other values imply, and the catalogue's defaults. */
export function answersOf({ config, catalogue }: FillProject): AnswerBook {
  const infos = new Map(Object.entries(catalogue).map(([key, info]) => [placeholderKey(key), info]))
  const common = commonScopes(config, catalogue, infos)
  const documents = new Map(
    Object.entries(config.documents).map(([id, settings]) => [
      id,
      documentScopes(id, settings, infos),
    ]),
  )

  function scopesFor(document: string, headings?: readonly string[]): Scope[] {
    const scopes = documents.get(document)
    if (!scopes) return [...common]
    const keys = headings ?? [...scopes.headings.keys()]
    const nearest = keys
      .map((key) => scopes.headings.get(key))
      .filter((scope) => scope !== undefined)
    return [...nearest, scopes.own, scopes.implied, ...common]
  }

  const keys = new Map<string, ReadonlySet<string>>()
  function keysFor(document: string): ReadonlySet<string> {
    const known = keys.get(document)
    if (known) return known
    const all = new Set(scopesFor(document).flatMap((scope) => [...scope.keys()]))
    keys.set(document, all)
    return all
  }

  const others = othersOf(catalogue)
  const given = [
    common[0],
    ...[...documents.values()].flatMap(({ own, headings }) => [own, ...headings.values()]),
  ]

  return {
    find: (key, { document, headings }) => findIn(scopesFor(document, headings), key, others),
    findCondition: (key, document) =>
      scopesFor(document, [])
        .map((scope) => byConditionKey(scope).get(key))
        .find((entry) => entry !== undefined),
    isOptional: (key) =>
      /^any other\b/.test(key) ||
      (infos.get(key)?.optional ??
        given.some((scope) => !infos.has(key) && scope.get(key)?.answer === null)),
    keysFor,
    given: given.flatMap((scope) => [...scope.values()]),
  }
}

/** By the key of a placeholder, that of another whose answer holds in its place. */
function othersOf(catalogue: PlaceholderCatalogue): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(catalogue).flatMap(([phrase, { sameAs }]) =>
      sameAs === undefined ? [] : [[placeholderKey(phrase), placeholderKey(sameAs)]],
    ),
  )
}

/** What the nearest scope has for a key, or for the one whose answer holds in its place. */
function findIn(
  scopes: readonly Scope[],
  key: string,
  others: ReadonlyMap<string, string>,
): Entry | undefined {
  let asked: string | undefined = key
  // Each is asked once, also where two name each other.
  for (let left = others.size; asked !== undefined && left >= 0; left--) {
    const found = scopes.find((scope) => scope.has(asked!))?.get(asked)
    if (found) return found
    asked = others.get(asked)
  }
  return undefined
}

/** The first of those whose phrases are the same in the words of a condition. */
const byConditionKey = oncePer(
  (scope: Scope): Scope =>
    new Map([...scope].reverse().map(([phrase, entry]) => [conditionKey(phrase), entry])),
)

/** True for an answer that says nothing: `null`, an empty text, list or table. */
export function isEmpty(answer: Answer): boolean {
  if (answer === null) return true
  if (typeof answer === 'string') return answer.trim() === ''
  return typeof answer === 'object' && Object.keys(answer).length === 0
}
