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
