import { longDate } from '../../language/date.ts'
import { paperOf } from '../../language/paper.ts'
import { wordsFor } from '../../language/words.ts'
import type { Document } from '../../model/document.ts'
import type { Organisation } from '../../model/organisation.ts'
import { byHand } from './by-hand.ts'
import type { PackContext } from './document-values.ts'

/** What stands at the head and foot of each printed page. */
export interface PageBoxes {
  readonly organisation: string
  readonly title: string
  /** Version and day, left at the foot. */
  readonly edition: string
  /** What stands at the head of the first page of a form; others have nothing there. */
  readonly byHand?: string | undefined
}

/** How many times as large as usual everything on the pages is: the text of 11 points has 16 then. */
const SCALES = { normal: 1, large: 1.4545 } as const

/** The running head and foot of a document. */
export function documentBoxes(
  { meta, fields }: Document,
  { organisation, brand, draft }: Pick<PackContext, 'organisation' | 'brand' | 'draft'>,
): PageBoxes {
  const say = wordsFor(organisation.locale)
  const edition = [
    say('Version {version}', { version: meta.version }),
    meta.effective &&
      say('Effective {day}', { day: longDate(meta.effective, organisation.locale) }),
    draft && say('Draft'),
  ]
  return {
    organisation: brand.shortName,
    title: meta.title,
    edition: edition.filter(Boolean).join(' · '),
    byHand: fields.length > 0 ? byHand(organisation) : undefined,
  }
}

/** The paper and the running head and foot, as CSS (css-page-3, margin boxes). The first page has no running head. */
export function pageBoxesCss(
  { organisation, title, edition, byHand }: PageBoxes,
  { locale, textSize = 'normal' }: Organisation,
): string {
  const paper = paperOf(locale)
  return `:root { --scale: ${SCALES[textSize]}; --paper: ${paper.heightMm}mm; }
@page {
  size: ${paper.name};
  @top-left { content: ${cssString(organisation)}; }
  @top-right { content: ${cssString(title)}; }
  @bottom-left { content: ${cssString(edition)}; }
  @bottom-right { content: ${pageOf(locale)}; }
}
@page :first {
  @top-left { content: ${byHand === undefined ? 'none' : cssString(byHand)}; }
  @top-right { content: none; }
}
`
}

/** The number of the page and of all, as CSS. */
function pageOf(locale: string): string {
  const counters: Readonly<Record<string, string>> = {
    '{page}': 'counter(page)',
    '{pages}': 'counter(pages)',
  }
  return wordsFor(locale)('Page {page} of {pages}')
    .split(/(\{\w+\})/)
    .filter((part) => part !== '')
    .map((part) => counters[part] ?? cssString(part))
    .join(' ')
}

/**
 * Gives one document among others a head and foot of its own; it stands in the element of this id. Its first page has a title instead of
 * a head, and room for a line above it.
 */
export function namedPageCss(id: string, { title, edition }: PageBoxes): string {
  return `#${id} { page: document-${id}; }
#${id} > :first-child { page: first-${id}; }
@page document-${id} {
  @top-right { content: ${cssString(title)}; }
  @bottom-left { content: ${cssString(edition)}; }
}
@page first-${id} {
  margin-top: 1mm;
  @top-left { content: none; }
  @top-right { content: none; }
  @bottom-left { content: ${cssString(edition)}; }
}
`
}

/** A text as a CSS string that can also stand in a `<style>` element. */
function cssString(text: string): string {
  const escaped = text.replace(
    /["\\<>&]|\p{Cc}/gu,
    (character) => `\\${character.codePointAt(0)?.toString(16)} `,
  )
  return `"${escaped}"`
}
