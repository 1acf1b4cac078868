import { relative, sep } from 'node:path'

/** The path as messages show it: from the folder in which the user is, or whole when it lies elsewhere. */
export function shownPath(path: string): string {
  const shown = relative(process.cwd(), path)
  return (shown.startsWith('..') ? path : shown).split(sep).join('/')
}
