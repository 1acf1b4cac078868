const collator = new Intl.Collator('en', { numeric: true })

/** Compares names of files as people count them: `scan 2.jpg` comes before `scan 10.jpg`, and `scan.jpg` before `scan (1).jpg`. */
export function inOrderOfNames(one: string, other: string): number {
  return collator.compare(stemOf(one), stemOf(other)) || (one < other ? -1 : one > other ? 1 : 0)
}

/** What a name says besides numbers: the same of pictures that a telephone or scanner counted. */
export function wordsOfName(name: string): string {
  return stemOf(name).replace(/\P{L}+/gu, '')
}

function stemOf(name: string): string {
  return name.replace(/\.[^./\\]*$/, '')
}
