import { element } from '../elements.ts'
import { say } from './say.ts'

/** Steps from one number of a clause to another, by the key that is pressed. */
const steps: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowDown: (at, last) => Math.min(at + 1, last),
  ArrowUp: (at) => Math.max(at - 1, 0),
  Home: () => 0,
  End: (_, last) => last,
}

/**
 * Makes the numbers of the clauses one stop of the Tab key, among which the arrow keys lead; each copies the address of its
 * clause when it is pressed.
 */
export function leadFromClauseToClause(): void {
  const numbers = Array.from(
    document.querySelectorAll<HTMLAnchorElement>('article a.clause-number'),
  )
  if (numbers.length === 0) return
  const status = element('p', { role: 'status', class: 'copied' })
  document.body.append(status)

  for (const [at, number] of numbers.entries()) {
    number.title = say('Copy the link to this clause. The arrow keys lead to other clauses')
    number.addEventListener('keydown', (event) => {
      const next = numbers[steps[event.key]?.(at, numbers.length - 1) ?? -1]
      if (!next) return
      event.preventDefault()
      number.tabIndex = -1
      next.tabIndex = 0
      next.focus()
    })
    number.addEventListener('click', async () => {
      try {
        await navigator.clipboard.writeText(number.href)
        status.textContent = say('Link to {clause} copied', { clause: number.textContent ?? '' })
      } catch {
        // The address of the page leads to the clause now, and can be copied there.
        status.textContent = ''
      }
    })
  }
}
