import type { Asset } from '../../model/project.ts'

/** A font that goes along only with pages that need it: its name in the style sheet, and the characters that it is for. */
const FACE = /@font-face\s*\{[^}]*?url\("(?:[^"]*\/)?([^"/]+)"\)[^}]*?unicode-range:([^;}]*)/g
const RANGE = /U\+([\da-f]+)(?:-([\da-f]+))?/gi

/**
 * Leaves out the fonts, and their licences, that are to go along only where they are used and that no page needs: the style sheet
 * of the fonts says for which characters each is.
 */
export function usedFonts(
  assets: readonly Asset[],
  { css, pages }: { readonly css: string; readonly pages: readonly string[] },
): Asset[] {
  if (!assets.some(({ whenUsed }) => whenUsed)) return [...assets]
  const characters = codePointsIn(pages)
  const used = [...css.matchAll(FACE)].flatMap(([, name = '', ranges = '']) =>
    isFor(ranges, characters) ? [name] : [],
  )
  return assets.filter(({ path, whenUsed }) => {
    const name = path.slice(path.lastIndexOf('/') + 1)
    const family = name.replace(/-OFL\.txt$/, '')
    return !whenUsed || used.some((one) => one === name || one.startsWith(`${family}-`))
  })
}

/** The characters beyond Latin of all texts, each once. */
function codePointsIn(texts: readonly string[]): number[] {
  const all = new Set(texts.flatMap((text) => [...new Set(text.match(/[^\0-\u024f]/gu))]))
  return Array.from(all, (character) => character.codePointAt(0) ?? 0)
}

function isFor(ranges: string, characters: readonly number[]): boolean {
  return [...ranges.matchAll(RANGE)].some(([, from = '', to = from]) => {
    const [first, last] = [Number.parseInt(from, 16), Number.parseInt(to, 16)]
    return characters.some((character) => character >= first && character <= last)
  })
}
