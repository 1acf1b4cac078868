import type { Asset } from '../../model/project.ts'

/** A font in the style sheet: its file, and the characters that it is for. */
const FACE =
  /@font-face\s*\{[^}]*?url\("(?:[^"]*\/)?([^"/]+)"\)[^}]*?unicode-range:([^;}]*)[^}]*\}\s*/g
const RANGE = /U\+([\da-f]+)(?:-([\da-f]+))?/gi

/** The fonts of a pack: the style sheet that names them, and their files and licences among other assets. */
interface Fonts {
  readonly css: string
  readonly assets: readonly Asset[]
}

/**
 * Leaves out the fonts, and their licences, that are to go along only where they are used and that no page needs: the style sheet
 * of the fonts says for which characters each is.
 */
export function usedFonts({ css, assets }: Fonts, pages: readonly string[]): Fonts {
  const optional = new Set(
    assets.filter(({ whenUsed }) => whenUsed).map(({ path }) => nameOf(path)),
  )
  if (optional.size === 0) return { css, assets }
  const characters = codePointsIn(pages)
  const used: string[] = []
  const lean = css.replace(FACE, (face, name: string, ranges: string) => {
    const isUsed = !optional.has(name) || isFor(ranges, characters)
    if (isUsed) used.push(name)
    return isUsed ? face : ''
  })
  const isUsed = (name: string) =>
    used.some((one) => one === name || one.startsWith(`${name.replace(/-OFL\.txt$/, '')}-`))
  return {
    css: lean,
    assets: assets.filter(({ path, whenUsed }) => !whenUsed || isUsed(nameOf(path))),
  }
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
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
