import { fold } from '../../language/fold.ts'
import type {
  Answer,
  Answers,
  Config,
  DocumentSettings,
  PlaceholderCatalogue,
  PlaceholderInfo,
} from '../../model/organisation.ts'
import { placeholderKey } from '../text/placeholder.ts'
import { defaultsOf, impliedBy, impliedBySettings } from './implied.ts'

/** An answer, and where it comes from. */
export interface Entry {
  /** The phrase as it was written there. */
  readonly phrase: string
  readonly answer: Answer
  /** Its path in the configuration; absent for what is implied or a default. */
  readonly path?: readonly string[]
  readonly info?: PlaceholderInfo
}

/** Answers by the key of their placeholder. A map, so that no phrase can be taken for a property of objects. */
export type Scope = ReadonlyMap<string, Entry>

/** The answers that hold for all documents, from the nearest to the furthest. */
export type CommonScopes = readonly [own: Scope, implied: Scope, defaults: Scope]

/** The answers that hold for one document. */
export interface DocumentScopes {
  readonly own: Scope
  readonly implied: Scope
  /** By the key of the heading under which they hold. */
  readonly headings: ReadonlyMap<string, Scope>
}

/** What the catalogue says, by the key of the placeholder. */
export type Infos = ReadonlyMap<string, PlaceholderInfo>

/** Gathers the answers that hold for all documents. */
export function commonScopes(
  config: Config,
  catalogue: PlaceholderCatalogue,
  infos: Infos,
): CommonScopes {
  return [
    scopeOf(config.answers, infos, ['answers']),
    scopeOf(impliedBy(config.organisation), infos),
    scopeOf(defaultsOf(catalogue), infos),
  ]
}

/** Gathers the answers that hold for one document only. */
export function documentScopes(
  id: string,
  settings: DocumentSettings,
  infos: Infos,
): DocumentScopes {
  const headings = Object.entries(settings.headings ?? {}).map(
    ([heading, answers]): [string, Scope] => [
      fold(heading),
      scopeOf(answers, infos, ['documents', id, 'headings', heading]),
    ],
  )
  return {
    own: scopeOf(settings.answers ?? {}, infos, ['documents', id, 'answers']),
    implied: scopeOf(impliedBySettings(settings), infos),
    headings: new Map(headings),
  }
}

function scopeOf(answers: Answers, infos: Infos, path?: readonly string[]): Scope {
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
