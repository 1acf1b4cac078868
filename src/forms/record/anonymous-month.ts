import * as z from 'zod/mini'
import { parseJsonMaybe } from '../../contracts/json.ts'
import { AnonymousRecord } from '../../model/record.ts'

/** The anonymous forms of one month, `<dir>/<form>/<YYYY-MM>.json`, in an order that is drawn anew with each writing. */
const AnonymousMonth = z.strictObject({
  format: z.literal(1),
  answers: z.array(AnonymousRecord),
  /** Digests of the files that were counted, sorted; they say nothing without the key, and not which answers are whose. */
  seen: z.array(z.string()),
})
export type AnonymousMonth = z.infer<typeof AnonymousMonth>

/** The month of a time, `2026-11`, in UTC. */
export function monthOf(time: Date | string): string {
  return new Date(time).toISOString().slice(0, 7)
}

/** What a month's file says; `damaged` when it is not as it was written. */
export function monthIn(text: string): AnonymousMonth | 'damaged' {
  return AnonymousMonth.safeParse(parseJsonMaybe(text)).data ?? 'damaged'
}

export function monthText({ answers, seen }: Pick<AnonymousMonth, 'answers' | 'seen'>): string {
  const content: AnonymousMonth = { format: 1, answers: shuffled(answers), seen: seen.toSorted() }
  return `${JSON.stringify(content, null, 2)}\n`
}

/** The same in an order that nobody can foresee. */
function shuffled<Item>(items: readonly Item[]): Item[] {
  const drawn = items.map(
    (item) => [crypto.getRandomValues(new BigUint64Array(1))[0]!, item] as const,
  )
  return drawn.sort(([a], [b]) => (a < b ? -1 : 1)).map(([, item]) => item)
}
