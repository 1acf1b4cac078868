import { paperOf } from '../model/paper.ts'

/** What stands at the head and foot of each printed page. */
export interface PageBoxes {
  readonly organisation: string
  readonly title: string
  /** Version and day, left at the foot. */
  readonly edition: string
}

/** The paper and the running head and foot, as CSS (css-page-3, margin boxes). The first page has no head. */
export function pageBoxesCss({ organisation, title, edition }: PageBoxes, locale: string): string {
  return `@page {
  size: ${paperOf(locale).name};
  @top-left { content: ${cssString(organisation)}; }
  @top-right { content: ${cssString(title)}; }
  @bottom-left { content: ${cssString(edition)}; }
  @bottom-right { content: "Page " counter(page) " of " counter(pages); }
}
@page :first {
  @top-left { content: none; }
  @top-right { content: none; }
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
