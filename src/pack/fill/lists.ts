import { report } from '../../messages/message.ts'
import type { FillProject } from './project.ts'
import { type Asked, type ListPlan, standsAlone } from './resolve.ts'
import type { Entry } from './scopes.ts'

/**
 * Counts the places that a list answers. A list has one answer for each place in all documents, or one for each place of
 * a document, and begins anew in the next; a list of any other length is reported.
 */
export function planLists(asked: readonly Asked[], project: FillProject): ListPlan {
  const places = new Map<Entry, string[]>()
  for (const { entry, spot, draft } of asked) {
    if (!entry || !Array.isArray(entry.answer) || standsAlone(spot)) continue
    const documents = places.get(entry) ?? []
    documents.push(draft.id)
    places.set(entry, documents)
  }
  for (const [entry, documents] of places) reportCount(entry, documents, project)

  const used = new Map<Entry, Map<string, number>>()
  return {
    next(entry, document) {
      if (!Array.isArray(entry.answer)) return undefined
      const isWhole = places.get(entry)?.length === entry.answer.length
      const counts = used.get(entry) ?? new Map<string, number>()
      const count = counts.get(isWhole ? '' : document) ?? 0
      used.set(entry, counts.set(isWhole ? '' : document, count + 1))
      return entry.answer[count]
    },
  }
}

function reportCount(
  { phrase, answer, path }: Entry,
  documents: readonly string[],
  { configFile, locate }: FillProject,
): void {
  const length = Array.isArray(answer) ? answer.length : 0
  const counts = Map.groupBy(documents, (id) => id)
  const fits =
    documents.length === length || [...counts.values()].every((each) => each.length === length)
  if (length === 0 || fits) return
  const reason = `Unexpected list of ${length} for \`${phrase}\`, expected ${documents.length}, one for each place`
  const note = `Places: ${[...counts].map(([id, each]) => `${each.length} in \`${id}\``).join(', ')}.`
  report(configFile, 'answer-count', reason, path && locate(path), note)
}
