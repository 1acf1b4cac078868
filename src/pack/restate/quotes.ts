import type { Edit } from './edits.ts'

const DIRECTIVE = /(?<![\p{L}\p{N}:]):{1,3}[a-z][a-z-]*(?:\[[^\]\n]*\])?\{[^{}\n]*\}/gu
const plain: Readonly<Record<string, string>> = {
  '“': '"',
  '”': '"',
  '„': '"',
  '‘': "'",
  '’': "'",
  '\u00a0': ' ',
}

/** The quotes that a word processor puts into the attributes of a directive are plain ones there. */
export function quotes(source: string): Edit[] {
  return Array.from(source.matchAll(DIRECTIVE)).flatMap(({ index, 0: found }) => {
    const braces = found.lastIndexOf('{')
    const inner = found.slice(braces)
    // Beside plain quotes they are part of a text.
    if (/["']/.test(inner)) return []
    return Array.from(inner.matchAll(/[“”„‘’\u00a0]/g), ({ index: at, 0: sign }) => ({
      from: index + braces + at,
      to: index + braces + at + 1,
      text: plain[sign] ?? sign,
    }))
  })
}
