import type { Message, PlaceholderUse } from '../index.ts'
import { placeOf, printable } from '../terminal/show-messages.ts'
import { count, writeLine } from '../terminal/write.ts'

/**
 * Tells how many placeholders are answered and open, and shows each open one with the first sentence that it stands in, or
 * with all of them.
 */
export function showPlaceholders(
  uses: readonly PlaceholderUse[],
  { all = false }: { readonly all?: boolean | undefined } = {},
): void {
  const byKey = Map.groupBy(uses, ({ key }) => key)
  const open = [...byKey].flatMap(([key, places]) => {
    const waiting = places.filter(({ answered }) => !answered)
    return waiting.length > 0 ? [{ key, waiting }] : []
  })
  writeLine(
    `${count(byKey.size, 'placeholder')} in ${count(uses.length, 'place')}: ${byKey.size - open.length} answered, ${open.length} open`,
  )
  for (const { key, waiting } of open) {
    writeLine(`\n  ${printable(key)}${waiting.length > 1 ? `, in ${waiting.length} places` : ''}`)
    for (const use of all ? waiting : [bestOf(waiting)])
      writeLine(`    ${placeOf(use)}  ${shortened(printable(use.sentence))}`)
  }
}

/** The place that tells most of what is asked for: the one with the longest sentence. */
function bestOf(uses: readonly PlaceholderUse[]): PlaceholderUse {
  return uses.reduce((best, use) => (use.sentence.length > best.sentence.length ? use : best))
}

/** What helps with open placeholders, to end a summary with; empty when none stands in the way. */
export function wayOn(messages: readonly Message[]): string {
  const isOpen = messages.some(
    ({ rule, severity }) => rule === 'placeholder-unanswered' && severity === 'error',
  )
  return isOpen ? '. `policypack init` asks for what is open; `build --draft` shows it as gaps' : ''
}

function shortened(sentence: string): string {
  return sentence.length > 100 ? `${sentence.slice(0, 99)}…` : sentence
}
