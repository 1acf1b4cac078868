import { isUnknownForm } from '../../contracts/which-form.ts'
import { type Finding, finding } from '../../messages/finding.ts'
import type { Message } from '../../messages/message.ts'
import { quoted, shortened } from '../../messages/quoted.ts'
import type { PageDoubt, PaperCopy, PaperRead, Reading } from '../../model/paper.ts'
import { decide } from '../paper/index.ts'

const english = new Intl.ListFormat('en-GB')

/** Why nothing on a page is certain, and what to do. */
const doubts: Readonly<Record<PageDoubt, string>> = {
  unmarked:
    'without its codes, and known by its print alone; the page to key asks whether it is of this form',
  bilevel: 'in black and white, where faint ink is gone; scan in gray at 200 dpi instead',
  coarse: 'so coarse that little can be told; scan at 200 dpi instead',
  misplaced: 'not like the form everywhere; lay the sheet flat',
  noisy: 'full of dots or dirt; scan in gray at 200 dpi, or clean the glass',
  several: 'two pages in one picture; take one of each page',
}

/** What a file has of a form, how much of that is certain, and why not more. */
export function formTold({ form, sheets, withheld }: PaperCopy): Finding[] {
  if (isUnknownForm(form)) return [finding('form-on-paper', unknownTold(sheets))]
  const pages = sheets.map(({ page }) => page)
  const readings = decide(form, pages).filter(({ name }) => !withheld.includes(name))
  const there = readings.filter((one) => one.is !== 'uncertain' || one.why !== 'page-missing')
  const certain = there.filter(isCertain).length
  const numbers = [...new Set(pages.map(({ page }) => page))]
  const which = `${quoted(form.title)} (version ${shortened(form.version)}, ${numbered(numbers)})`
  const twice = numbers.filter((page) => pages.filter((one) => one.page === page).length > 1)
  const found = Map.groupBy(
    pages.flatMap(({ page, doubts: own }) => own.map((doubt) => ({ page, doubt }))),
    ({ doubt }) => doubt,
  )
  const why = [...found].map(([doubt, on]) => {
    const own = [...new Set(on.map(({ page }) => page))]
    const are = own.length === 1 ? 'is' : 'are'
    return `; nothing is certain on ${numbered(own)}, which ${are} ${doubts[doubt]}`
  })
  return [
    finding(
      'form-on-paper',
      `${which} is on paper${there.length > 0 ? `: ${certain} of ${there.length} questions were read for certain (boxes, and lines that were left empty)` : ''}${why.join('')}${twice.length > 0 ? `; of ${numbered(twice)} there are several pictures, which were taken together` : ''}`,
    ),
  ]
}

function unknownTold([sheet]: PaperCopy['sheets']): string {
  return `Page ${(sheet?.index ?? 0) + 1} of the file is like no form that is known here; the page to key asks which it is, and keeps nothing of it where it is none. Of forms that were printed earlier, name by --forms the folder \`forms\` of their pack, with the PDFs above it`
}

export function pagesTold({ pages }: PaperRead, file: string): Message[] {
  const others = pages.filter(({ is }) => is === 'unknown' || is === 'foreign').length
  if (others === 0) return []
  const what = others === 1 ? 'One page of the file is' : `${others} pages of the file are`
  const message = `${what} of no form that is known here, and was not taken; where it is a page of a form, scan it anew with all four corners`
  return [{ file, ...finding('form-unknown', message) }]
}

/** Pages as people count them: `page 1`, `pages 1 and 2`. */
export function numbered(pages: readonly number[]): string {
  const numbers = english.format(pages.map((page) => String(page + 1)))
  return `${pages.length === 1 ? 'page' : 'pages'} ${numbers}`
}

function isCertain({ is }: Reading): boolean {
  return is === 'marked' || is === 'empty' || is === 'signature'
}
