import type { Document } from '../../model/document.ts'

/** The related documents of each, by its id: those that it names, in its order, then those that name it. */
export function relationsOf(documents: readonly Document[]): Map<string, Document[]> {
  const byId = new Map(documents.map((document) => [document.id, document]))
  return new Map(
    documents.map(({ id, meta }) => {
      const named = meta.related.flatMap((other) => byId.get(other) ?? [])
      const naming = documents.filter((other) => other.meta.related.includes(id))
      const all = [...new Set([...named, ...naming])]
      return [id, all.filter((other) => other.id !== id)]
    }),
  )
}
