import type { Definitions } from '../../model/document.ts'
import { type AnswerBook, isEmpty } from './answers.ts'
import type { Draft } from './draft.ts'
import type { Entry } from './scopes.ts'
import type { Occurrence, Spot } from './spots.ts'

/** What comes in the place of a placeholder. */
export type Resolution =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'definitions'; readonly entries: Definitions['entries'] }
  /** The organisation has none, and may have none. */
  | { readonly kind: 'nothing' }
  /** There is no answer. */
  | { readonly kind: 'open' }
  /** There is an answer that cannot stand here. */
  | { readonly kind: 'misfit' }

/** Hands out the answers of lists that have one answer for each place. */
export interface ListPlan {
  /** The answer for the next place in a document; undefined when the list is at its end. */
  next(entry: Entry, document: string): string | undefined
}

/** A placeholder with the answer that was found for it. */
export interface Asked {
  readonly draft: Draft
  readonly spot: Spot
  readonly occurrence: Occurrence
  readonly entry: Entry | undefined
}

/** A placeholder and what comes in its place. */
export interface Resolved extends Asked {
  readonly resolution: Resolution
}

/** Says what comes in the place of a placeholder. Lists are used up in the order of the calls. */
export function resolve(
  { draft, spot, occurrence, entry }: Asked,
  answers: AnswerBook,
  lists: ListPlan,
): Resolution {
  const answer = entry?.answer
  if (!entry || answer === undefined || isEmpty(answer)) {
    return { kind: answers.isOptional(occurrence.key) ? 'nothing' : 'open' }
  }
  if (typeof answer === 'string' || typeof answer === 'number') {
    return { kind: 'text', text: String(answer).trim() }
  }
  if (Array.isArray(answer)) {
    if (standsAlone(spot)) return { kind: 'list', items: answer }
    const text = lists.next(entry, draft.id)?.trim()
    return text ? { kind: 'text', text } : { kind: 'open' }
  }
  if (answer === null || !standsAlone(spot)) return { kind: 'misfit' }
  const entries = Object.entries(answer).map(([term, meaning]) => ({ term, meaning }))
  return { kind: 'definitions', entries }
}

/** True for a placeholder that is all that its paragraph holds. */
export function standsAlone(spot: Spot): boolean {
  if (spot.kind !== 'node') return false
  const parent = spot.ancestors.at(-1)
  return (
    parent?.type === 'paragraph' &&
    parent.children.every(
      (child) => child === spot.node || (child.type === 'text' && child.value.trim() === ''),
    )
  )
}
