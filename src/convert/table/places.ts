import { BLANK } from '../blank.ts'
import { type CellFound, saidIn, textIn } from './cells.ts'

const LONGEST_LABEL = 80

/** A cell with a few words, none of which are drawn to be filled in. */
export function isLabel(cell: CellFound | undefined): boolean {
  const text = textIn(cell)
  return (
    cell !== undefined &&
    saidIn(cell).length === 1 &&
    saidIn(cell)[0]?.type === 'paragraph' &&
    /[\p{L}\p{N}]/u.test(text) &&
    text.length <= LONGEST_LABEL &&
    !isPlace(cell)
  )
}

const DATE =
  /^\(?\s*(?:d{1,2}|m{1,2}|_{1,4})[ /.-]+(?:m{1,3}|d{1,2}|_{1,4})[ /.-]+(?:y{2,4}|_{1,4})\s*\)?$/i
const TIME = /^(?:[\s._]*:[\s._]*(?:am ?\/ ?pm|[ap]m|hrs?|hours)?|am ?\/ ?pm)$/i
const MONEY = /^[£$€]\s*[_.…\s]*$/
const YES_OR_NO = /^(?:yes|y)\s*\/\s*(?:no|n)(?:\s*\/\s*[\p{L}/ ]{1,20})?$/iu

/** A cell that is to be filled in: empty, with a line or a date drawn in it, or with boxes to tick. */
export function isPlace(cell: CellFound | undefined): boolean {
  const text = textIn(cell)
  if (cell?.blocks.some(({ type }) => type === 'table')) return false
  return (
    /^[_.…\s]*$/.test(text) || [DATE, TIME, MONEY].some((drawn) => drawn.test(text)) || hasBox(text)
  )
}

/** Boxes to tick, or *Yes / No*. */
export function hasBox(text: string): boolean {
  const bare = text.replace(/\s*[☐□❏○◯]\s*/g, '')
  return (
    (/^[☐□❏○◯]|[☐□❏○◯]$|[☐□❏○◯].*[☐□❏○◯]/.test(text) && bare.length < 300) || YES_OR_NO.test(text)
  )
}

/** `Low / Medium / High` */
export function isChoice(text: string): boolean {
  const options = text.split(/\s*\/\s*/)
  return (
    options.length > 1 &&
    text.length <= LONGEST_LABEL &&
    options.every((option) => /^\p{L}[\p{L}'’-]*(?: [\p{L}'’-]+){0,2}$/u.test(option))
  )
}

/** A place as Markdown draws it. */
export function asDrawn(text: string): string {
  if (DATE.test(text)) return '__/__/____'
  if (TIME.test(text)) return '__:__'
  if (MONEY.test(text)) return `${text.charAt(0)}${BLANK}`
  return hasBox(text) || isChoice(text) ? text : BLANK
}

/** A label with room behind it in its own cell. */
export function hasOwnRoom(cell: CellFound): boolean {
  return isLabel(cell) && /:$/.test(textIn(cell))
}
