import type { FormDefinition } from '../model/form.ts'
import type { PageContent } from '../pdf/page/content.ts'
import { linesOf } from '../pdf/page/lines.ts'
import type { FormName } from './form-name.ts'

/** How many digits of each hash stand in the line. */
const DIGITS = 12
// An id begins where its letters do, so that no text is tried from each of its letters anew.
const PATTERN =
  /(?<!\w|[a-z0-9]-)([a-z][a-z0-9]*(?:-[a-z0-9]+)*) +(\d+\.\d+\.\d+) *[·•∙] *([0-9a-f]{12})\b(?: *[·•∙] *([0-9a-f]{12})\b)?/gi

/** How a form names itself in small print at the foot of each page. */
export interface FormMark extends FormName {
  readonly id: string
  readonly version: string
  /** Page on which it stands, counted from 0. */
  readonly page: number
}

/** The line at the foot: `mentoring-contract 1.0.0 · 0123456789ab · cdef01234567`, the hash and the one of the questions. */
export function footLine({ id, version, hash, questions }: FormDefinition): string {
  return `${id} ${version} · ${hash.slice(0, DIGITS)} · ${questions.slice(0, DIGITS)}`
}

/** Finds such lines on the pages; those of old have the first hash only. */
export function findFormMarks(contents: readonly PageContent[]): FormMark[] {
  return contents.flatMap(({ page, glyphs }) =>
    linesOf(glyphs).flatMap(({ text }) =>
      [...text.normalize('NFKC').matchAll(PATTERN)].map(([, id, version, hash, questions]) => ({
        id: id!,
        version: version!,
        hash: hash!.toLowerCase(),
        ...(questions && { questions: questions.toLowerCase() }),
        page,
      })),
    ),
  )
}

/** A line of text without what names a form in it. */
export function withoutFormMark(line: string): string {
  return line.normalize('NFKC').replace(PATTERN, '')
}

/** Whether a line of text is the one by which a form names itself. */
export function namesForm(line: string): boolean {
  return line.normalize('NFKC').search(PATTERN) !== -1
}
