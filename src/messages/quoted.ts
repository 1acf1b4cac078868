/** Characters of a text that are enough to know it by. */
const USUAL = 60
/** Characters of any one text within a message. */
const MOST = 200

/** A text of a form or a file within a sentence, in quotes, on one line, and shortened where it is long. */
export function quoted(text: string): string {
  return `“${shortened(text, USUAL)}”`
}

/** A text within a sentence in quotes, whole where it is no longer than questions and remarks are. */
export function quotedWhole(text: string): string {
  return `“${shortened(text)}”`
}

/** A text on one line, cut where it is long. */
export function shortened(text: string, most = MOST): string {
  // No character has more than two units, so that the rest of a very long text is not even looked at.
  const line = text
    .slice(0, 20 * MOST)
    .replace(/\s+/g, ' ')
    .trim()
  const characters = [...line]
  return characters.length > most
    ? `${characters
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`
    : line
}
