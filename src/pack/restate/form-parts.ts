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
  const parts = new Map<Gap, FormPart>()
  const blanks = gaps.filter(({ isBlank }) => isBlank)
  if (blanks.length < FEWEST_SIGNED) return () => undefined
  const starts = [
    { index: 0, title: '' },
    ...Array.from(source.matchAll(HEADING), ({ index, groups }) => ({
      index,
      title: (groups?.title ?? '').replaceAll('*', ''),
    })),
  ]
  let at = 0
  const inParts = Map.groupBy(
    blanks.toSorted((one, other) => one.from - other.from),
    ({ from }) => {
      while ((starts[at + 1]?.index ?? Number.POSITIVE_INFINITY) <= from) at++
      return at
    },
  )
  for (const [part, own] of inParts) {
    const isSigned = own.some(({ before, raw }) => /\bsign/i.test(before + raw))
    if (own.length < (isSigned ? FEWEST_SIGNED : FEWEST)) continue
    for (const gap of own) parts.set(gap, { title: starts[part]!.title })
  }
  return (gap) => parts.get(gap)
}
