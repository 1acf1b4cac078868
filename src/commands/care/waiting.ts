import { KEYING_PAGE } from '../../contracts/keying.ts'
import type { FormToKey } from '../../index.ts'
import { count } from '../../terminal/write.ts'

/** Says of forms on paper that are not keyed yet that nobody can tell whose they are. */
export function waitingTold(waiting: readonly FormToKey[]): string[] {
  if (waiting.length === 0) return []
  const [first] = waiting.flatMap(({ since }) => since ?? []).sort()
  const since = first === undefined ? '' : `, the first since ${first}`
  const whose = waiting.length === 1 ? 'whose it is' : 'whose they are'
  return [
    `${count(waiting.length, 'form')} on paper ${waiting.length === 1 ? 'waits' : 'wait'} to be keyed${since}; ${whose} only ${KEYING_PAGE} shows, and \`policypack records erase NUMBER\` erases one by the number there`,
  ]
}
