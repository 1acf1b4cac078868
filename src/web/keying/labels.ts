import { choicesOf } from '../../contracts/choices.ts'
import { slotsOf } from '../../contracts/slot.ts'
import { say } from '../say.ts'
import type { Said } from './answers.ts'
import type { Item } from './items.ts'

/** An answer as people read it: options by their labels. */
export function labelOf({ field, certain }: Item, said: Said | undefined): string {
  if (said === 'unreadable') return say('cannot be read')
  const values = said === 'empty' ? new Map<string, string>() : (said ?? certain)
  const labels = [...Map.groupBy(slotsOf([field]), ({ name }) => name)].flatMap(([name, slots]) => {
    const value = String(values.get(name) ?? '')
    if (value === '') return []
    if (field.type === 'checkbox') return [say('ticked')]
    return [choicesOf(slots).find(({ stored }) => stored === value)?.label ?? value]
  })
  return labels.join('; ') || say('empty')
}
