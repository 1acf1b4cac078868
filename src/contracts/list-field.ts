import type { PdfField } from '../pdf/form-fields.ts'

/** Bits of /Ff of a list (ISO 32000-1, table 230). */
const COMBO = 1 << 17
const EDIT = 1 << 18
const MULTI_SELECT = 1 << 21

type List = Pick<PdfField, 'type' | 'flags'>

/** Of the list several can be chosen. */
export function takesSeveral({ type, flags }: List): boolean {
  return type === 'choice' && (flags & COMBO) === 0 && (flags & MULTI_SELECT) !== 0
}

/** What is not on the list can be written. */
export function takesOthers({ type, flags }: List): boolean {
  return type === 'choice' && (flags & COMBO) !== 0 && (flags & EDIT) !== 0
}
