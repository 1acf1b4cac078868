/**
 * Begins the alternative text of an abbreviation on paper, before the words that it stands for. By it the stamp stage
 * finds in the PDF what the render stage has marked.
 */
const PREFIX = 'expansion:'

/** The alternative text that marks an abbreviation with what it stands for. */
export function markExpansion(meaning: string): string {
  return PREFIX + meaning
}

/** What the abbreviation with this alternative text stands for; undefined where the text is of something else. */
export function expansionIn(alternative: string | undefined): string | undefined {
  return alternative?.startsWith(PREFIX) ? alternative.slice(PREFIX.length) : undefined
}
