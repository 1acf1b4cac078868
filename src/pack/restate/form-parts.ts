import type { Gap } from './gaps/gap.ts'

/** A part of a text that readers may be meant to fill in; without a title where it stands before the first heading. */
export interface FormPart {
  readonly title: string
}

const HEADING = /^#{1,6}[ \t]+(?<title>\S.*?)[ \t#]*$/gm
/** So many places to write make a form of a part, or fewer where somebody signs. */
const FEWEST = 3
const FEWEST_SIGNED = 2

/** Tells which gaps stand in parts that are forms, though the document is none: an application at the end of a policy. */
export function formParts(
  source: string,
  gaps: readonly Gap[],
): (gap: Gap) => FormPart | undefined {
  const headings = Array.from(source.matchAll(HEADING), ({ index, groups }) => ({
    index,
    title: (groups?.title ?? '').replaceAll('*', ''),
  })).reverse()
  const above = new Map(
    gaps.flatMap((gap) =>
      gap.isBlank ? [[gap, headings.find(({ index }) => index < gap.from)] as const] : [],
    ),
  )
  const parts = Map.groupBy(above, ([, heading]) => heading?.index)
  return (gap) => {
    if (!gap.isBlank) return undefined
    const heading = above.get(gap)
    const blanks = parts.get(heading?.index) ?? []
    const isSigned = blanks.some(([{ before, raw }]) => /\bsign/i.test(before + raw))
    return blanks.length >= (isSigned ? FEWEST_SIGNED : FEWEST)
      ? { title: heading?.title ?? '' }
      : undefined
  }
}
