/** A text of the form or the file within a sentence, shortened where it is long. */
export function quoted(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  const characters = [...line]
  return `“${characters.length > 60 ? `${characters.slice(0, 59).join('')}…` : line}”`
}

/** A question as the subject of a sentence: in quotes where it is a sentence itself. */
export function subject(label: string): string {
  return /[?.!:…]$/.test(label) || label.length > 60 ? quoted(label) : label
}
