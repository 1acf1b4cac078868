/**
 * Signs that word processors and other keyboards write in the place of plain ones, which alone mean something to Markdown and YAML. By
 * the plain one: those that are written for it.
 */
const foreign: Readonly<Record<string, string>> = {
  '"': '“”„‟«»″＂',
  "'": '‘’‚‛‹›′＇',
  '-': '–—‒―−‐‑',
  ':': '：∶',
  '{': '｛',
  '}': '｝',
  '[': '［【',
  ']': '］】',
  '=': '＝',
  '#': '＃',
  '...': '…',
  ' ': '\u00a0\u2007\u202f\u3000',
}
const plainOf: ReadonlyMap<string, string> = new Map(
  Object.entries(foreign).flatMap(([plain, signs]) => [...signs].map((sign) => [sign, plain])),
)

/** Each such sign in a text, once, with what should stand there: ``Found `“` (U+201C), where `"` belongs.`` Undefined where there is none. */
export function foreignSignsIn(text: string): string | undefined {
  const found = [...new Set(text)].flatMap((sign) => {
    const plain = plainOf.get(sign)
    return plain === undefined ? [] : [`${shownSign(sign)}, where \`${plain}\` belongs`]
  })
  return found.length > 0 ? `Found ${found.join(', and ')}.` : undefined
}

/** A sign and its number, by which also a space can be told. */
function shownSign(sign: string): string {
  const code = sign.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')
  return `${sign.trim() === '' ? 'a space' : `\`${sign}\``} (U+${code})`
}
