import { type Slot, visibleOptions } from '../../src/contracts/slot.ts'
import type { Entry } from '../fillers/filler.ts'

/** An answer for a slot in letters that the form font has; signatures have none. */
export function entryFor({ name, control, state, field }: Slot): Entry[] {
  switch (control) {
    case 'text':
      return [{ name, kind: 'text', value: 'Łukasz Żółć, Ελένη\nОльга' }]
    case 'checkbox':
      return [{ name, kind: 'checkbox', state: state ?? 'yes', on: true }]
    case 'radio':
      return [{ name, kind: 'radio', state: state ?? '', rect: [0, 0, 0, 0] }]
    case 'dropdown': {
      const [first] = field.type === 'select' ? visibleOptions(field) : []
      return first ? [{ name, kind: 'dropdown', value: first.label }] : []
    }
    case 'signature':
      return []
  }
}
