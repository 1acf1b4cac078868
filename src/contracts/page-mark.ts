import type { FormDefinition } from '../model/form.ts'

/** The corners of a page in which marks stand, in the order in which they are counted. */
export const CORNERS = ['top left', 'top right', 'bottom left', 'bottom right'] as const
export type Corner = (typeof CORNERS)[number]

/** What a mark says: of which form the sheet is, which page of it, and where on the page the mark stands. */
export interface PageMark {
  /** The first digits of the form's hash, in lower-case hex. */
  readonly hash: string
  /** Counted from 0. */
  readonly page: number
  readonly corner: Corner
}

/** Width and height of a page, PDF points. */
interface PageSize {
  readonly width: number
  readonly height: number
}

const POINTS_PER_MM = 72 / 25.4
/** Printers leave the rim of the paper white, and feeders cut it off. */
const FROM_EDGE = 13 * POINTS_PER_MM
/** Beside the text, which begins 23 mm from the edge, stays 1.5 mm of white. */
const SIDE = 8.5 * POINTS_PER_MM
/** How many digits of the hash a mark has, as the line at the foot does. */
const DIGITS = 12
const PREFIX = 'P'
const BASE = 36
const PATTERN = /^P([0-9A-F]{12})([0-9A-Z]{2})([0-9A-Z])$/

/**
 * The 16 characters of a mark, of letters and digits only, so that they fit into a Data Matrix of 16 × 16: a prefix, 12 digits of
 * the hash, two digits for page and corner, and one that checks the others. Copies of a form do not differ, so that nobody can be
 * told by them.
 */
export function writePageMark({ hash, page, corner }: PageMark): string {
  const place = page * CORNERS.length + CORNERS.indexOf(corner)
  const digits = place.toString(BASE).padStart(2, '0')
  const text = `${PREFIX}${hash.slice(0, DIGITS)}${digits}`.toUpperCase()
  return text + checkCharacter(text)
}

/** What a code on a page says; undefined where it is none of ours, or was misread. */
export function readPageMark(text: string): PageMark | undefined {
  const [, hash, digits, check] = PATTERN.exec(text) ?? []
  if (!hash || !digits || checkCharacter(text.slice(0, -1)) !== check) return undefined
  const place = Number.parseInt(digits, BASE)
  return {
    hash: hash.toLowerCase(),
    page: Math.floor(place / CORNERS.length),
    corner: CORNERS[place % CORNERS.length]!,
  }
}

/** The most pages of a form that have marks; what comes after them is known by its foot only. */
export const MOST_MARKED_PAGES = BASE ** 2 / CORNERS.length

/** Where a mark stands: left, bottom, right, top in PDF points, origin at the bottom left of the page. */
export function placeOfMark(
  corner: Corner,
  { width, height }: PageSize,
): FormDefinition['widgets'][number]['rect'] {
  const [vertical, horizontal] = corner.split(' ')
  const left = horizontal === 'left' ? FROM_EDGE : width - FROM_EDGE - SIDE
  const bottom = vertical === 'bottom' ? FROM_EDGE : height - FROM_EDGE - SIDE
  return [left, bottom, left + SIDE, bottom + SIDE]
}

/** A sum in which each place counts otherwise, so that changed and swapped characters show. */
function checkCharacter(text: string): string {
  const sum = Array.from(text).reduce(
    (total, character, index) => total + (index + 1) * Number.parseInt(character, BASE),
    0,
  )
  return (sum % 31).toString(BASE).toUpperCase()
}
