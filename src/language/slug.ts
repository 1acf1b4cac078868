import anyAscii from 'any-ascii'

/**
 * A text as a name for a file or folder: lower-case ASCII words joined by hyphens, letters of other scripts by their
 * sound; `fallback` when it has neither letters nor digits.
 */
export function slug(text: string, fallback: string): string {
  const words = anyAscii(text.normalize('NFKC'))
    .toLowerCase()
    .match(/[a-z0-9]+/g)
  return words?.join('-').slice(0, 80).replace(/-$/, '') ?? fallback
}

/** The name, or one with a number where it is taken; it is taken from then on. */
export function freeName(name: string, taken: Set<string>): string {
  let free = name
  for (let count = 2; taken.has(free); count += 1) free = `${name}-${count}`
  taken.add(free)
  return free
}
