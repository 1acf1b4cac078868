import type { PageContent } from '../pdf/page/content.ts'
import { linesOf } from '../pdf/page/lines.ts'

/** How a form names itself in small print at the foot of each page. */
export interface FormMark {
  readonly id: string
  readonly version: string
  /** The first digits of its hash, lower-case hex. */
  readonly shortHash: string
  /** Page on which it stands, counted from 0. */
  readonly page: number
}

/** Finds `mentoring-contract 1.0.0 · 0123456789ab` on the pages. */
export function findFormMarks(contents: readonly PageContent[]): FormMark[] {
  return contents.flatMap(({ page, glyphs }) =>
    linesOf(glyphs).flatMap(({ text }) =>
      [...text.normalize('NFKC').matchAll(pattern)].map(([, id, version, shortHash]) => ({
        id: id!,
        version: version!,
        shortHash: shortHash!.toLowerCase(),
        page,
      })),
    ),
  )
}

/** Whether a line of text is the one by which a form names itself. */
export function namesForm(line: string): boolean {
  return line.normalize('NFKC').search(pattern) !== -1
}

const pattern = /\b([a-z][a-z0-9]*(?:-[a-z0-9]+)*) +(\d+\.\d+\.\d+) *[·•∙] *([0-9a-f]{12})\b/gi
