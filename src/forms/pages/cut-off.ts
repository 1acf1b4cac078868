import { hasRoom, SMALLEST_TYPE } from '../../contracts/room.ts'
import { hasLines, type Slot } from '../../contracts/slot.ts'
import type { PdfField } from '../../pdf/index.ts'
import type { Look, Looks } from './looks.ts'
import { isUnread } from './shown-otherwise.ts'
import { isFull, showsText, showsWhole } from './shows-text.ts'

/** Bit 24 of /Ff: a box that takes no more text than it shows (ISO 32000-1, table 228). */
const DO_NOT_SCROLL = 1 << 23
/** Rounding of programs, as a part of the type size. */
const ROUNDING = 0.02

/**
 * How much of a text its box shows: a part; all of it, too small to be read; or all, and no more would have gone in. Where
 * only the page is there, a text that runs over the edge of its box is cut, and one that fills the box may have gone on.
 */
export type CutOffKind = 'hidden' | 'small' | 'ended' | 'cut' | 'filled'

/** An answer that is longer than its box. */
export interface CutOff {
  readonly slot: Slot
  readonly kind: CutOffKind
}

/** Finds whether a text is longer than what its box shows. */
export function cutOff(slot: Slot, field: PdfField, { of, needsAppearances }: Looks): CutOff[] {
  if (slot.control !== 'text' || field.isBlank) return []
  const text = field.values.join('\n')
  const looks = of(field)
  const isLeftToOthers = (look: Look): boolean => needsAppearances && isUnread(look)
  const painted = looks.filter(
    (look) => look.state === 'painted' && look.glyphs.length > 0 && !isLeftToOthers(look),
  )
  const kinds = Object.keys(signs) as (keyof typeof signs)[]
  const kind =
    painted.length > 0
      ? kinds.find((one) => painted.some((look) => signs[one](text, look, field)))
      : looks.some((look) => !fits(text, slot, look)) && 'hidden'
  return kind ? [{ slot, kind }] : []
}

type Sign = (text: string, look: Look, field: PdfField) => boolean

const signs: Record<Exclude<CutOffKind, 'cut' | 'filled'>, Sign> = {
  hidden: (text, look) => showsText(text, look) && !showsWhole(text, look),
  small: (_, { glyphs }) =>
    Math.max(...glyphs.map(({ size }) => size)) < SMALLEST_TYPE * (1 - ROUNDING),
  ended: (text, look, { flags, maxLength }) =>
    (maxLength !== undefined && [...text].length === maxLength) ||
    ((flags & DO_NOT_SCROLL) !== 0 && isFull(look)),
}

/** Whether a text that no program has drawn yet has room. */
function fits(text: string, slot: Slot, { rect: [left, bottom, right, top] }: Look): boolean {
  return !hasLines(slot) || hasRoom(text, { width: right - left, height: top - bottom })
}
