import * as z from 'zod'
import type { FrontMatter } from '../../../model/document.ts'

/** When nothing in the content gives a date. */
const FALLBACK = '2000-01-01'

/**
 * The date that a PDF says it was made on. It comes from the content, so that the same content gives the same file:
 * the day on which the document takes effect, else the day of its last change.
 */
export function dateOf(meta: FrontMatter): Date {
  const candidates = [meta.effective, meta.changes.at(-1)?.date]
  const day = candidates.find((text) => z.iso.date().safeParse(text).success)
  return new Date(`${day ?? FALLBACK}T00:00:00Z`)
}
