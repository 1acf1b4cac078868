/** The normal form of a placeholder's phrase: lower case, single spaces, straight quotes. */
export function placeholderKey(phrase: string): string {
  return phrase
    .normalize('NFC')
    .replace(/[\u2018\u2019\u02bc]/g, "'")
    .replace(/[\u201c\u201d]/g, '"')
    .replace(/[\s\u00a0]+/g, ' ')
    .trim()
    .toLowerCase()
}

/** The phrase as it is written in the attribute of a condition: `responsible-persons-role-title`. */
export function conditionKey(key: string): string {
  return placeholderKey(key)
    .replace(/'/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
}

/**
 * Finds placeholders in a text: `(insert …)`, `[insert …]` and `{{…}}`. Groups: 1 the capital or small i of *insert*
 * with round brackets, 2 its phrase; 3 and 4 the same with square brackets; 5 the phrase in braces.
 */
export const placeholderPattern =
  /\(([Ii])(?:nsert|NSERT)\s+([^()[\]{}]+)\)|\[([Ii])(?:nsert|NSERT)\s+([^()[\]{}]+)\]|\{\{\s*([^{}]+?)\s*\}\}/g
