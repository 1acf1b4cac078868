import { element } from '../elements.ts'

/** What one key does. They are none that a text may have, nor that browsers and screen readers keep for themselves. */
const keys = { page: 'F2', empty: 'F4', unreadable: 'F8', take: 'F9', next: 'Enter' } as const

export type Shortcut = keyof typeof keys

/** What a key does by its name. */
export function shortcutOf(key: string): Shortcut | undefined {
  return (Object.keys(keys) as Shortcut[]).find((one) => keys[one] === key)
}

/** How a control says its key. */
export function keyHint(shortcut: Shortcut): {
  readonly attributes: Readonly<Record<string, string>>
  readonly shown: HTMLElement
} {
  const key = keys[shortcut]
  return {
    attributes: { 'aria-keyshortcuts': key },
    shown: element('kbd', { 'aria-hidden': 'true' }, key),
  }
}
