import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import rehypeStringify from 'rehype-stringify'
import { unified } from 'unified'
import { sourceHash } from '../../contracts/web-page.ts'
import { grounds, readableOn } from '../../language/colour.ts'
import { paperOf } from '../../language/paper.ts'
import type { Organisation } from '../../model/organisation.ts'
import { STYLE } from './style.ts'

const stringifier = unified().use(rehypeStringify, { space: 'html' })

/** A page of a programme, whole in one file. */
export interface PageContent {
  readonly title: string
  readonly organisation: Organisation
  /** Rules of its own. */
  readonly style?: string
  readonly body: readonly ElementContent[]
}

/**
 * A page that can be opened from the disk: it loads nothing, runs nothing, and connects to nothing (Content Security Policy Level
 * 3). `forPrint` is the same page for who prints it with fonts of the pack.
 */
export function pageHtml(
  { title, organisation, style = '', body }: PageContent,
  { forPrint = false } = {},
): string {
  const css = `${colours(organisation)}${STYLE}${style}`
  const policy = `default-src 'none'; style-src ${sourceHash(css)}; img-src data:; form-action 'none'; base-uri 'none'`
  return stringifier.stringify({
    type: 'root',
    children: [
      { type: 'doctype' },
      h('html', { lang: inEnglish(organisation.locale) }, [
        h('head', [
          h('meta', { charSet: 'utf-8' }),
          ...(forPrint
            ? [h('link', { rel: 'stylesheet', href: 'assets/fonts.css' })]
            : [h('meta', { httpEquiv: 'Content-Security-Policy', content: policy })]),
          h('title', `${title}: ${organisation.name}`),
          h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
          h('meta', { name: 'color-scheme', content: 'light dark' }),
          h('meta', { name: 'robots', content: 'noindex' }),
          h('style', css),
        ]),
        h('body', [...body]),
      ]),
    ],
  })
}

function inEnglish(locale: string): string {
  return new Intl.Locale(locale).language === 'en' ? locale : 'en-GB'
}

/** Tables of so many rows stay on one page of paper. */
export const SHORT = 10

/** A table with a heading for each row and column; on a narrow screen each cell names its column. */
export function tableOf(
  caption: string,
  columns: readonly string[],
  rows: readonly (readonly (string | ElementContent[])[])[],
): Element {
  return h(rows.length > SHORT ? 'table' : 'table.short', [
    h('caption', caption),
    h(
      'thead',
      h(
        'tr',
        columns.map((column) => h('th', { scope: 'col' }, column)),
      ),
    ),
    h(
      'tbody',
      rows.map((cells) =>
        h(
          'tr',
          cells.map((content, index) =>
            index === 0
              ? h('th', { scope: 'row' }, content)
              : h('td', { 'data-label': columns[index] ?? '' }, content),
          ),
        ),
      ),
    ),
  ])
}

/** The organisation's colour where text can be read in it, on light and dark ground, and the paper. */
function colours({ colour, locale }: Organisation): string {
  const of = (scheme: 'light' | 'dark'): string =>
    `--brand: ${readableOn(colour, scheme)}; --paper: ${grounds[scheme].paper}; --fill: ${grounds[scheme].fill};`
  return `:root { ${of('light')} }
@media screen and (prefers-color-scheme: dark) { :root { ${of('dark')} } }
@page { size: ${paperOf(locale).name}; margin: 18mm 16mm; }
`
}
