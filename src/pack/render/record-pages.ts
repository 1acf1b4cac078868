import type { ElementContent } from 'hast'
import { h } from 'hastscript'
import type { Asset, Templates } from '../../model/project.ts'
import { toHtml } from './html.ts'

/** A text and the room that it has on a form, in PDF points. */
export interface Tile {
  readonly text: string
  readonly width: number
  readonly height: number
  /** The text may have several lines, and begins at the top. */
  readonly multiline: boolean
}

/** What the first page of an archived form says. */
export interface Sheet {
  readonly title: string
  /** What must be known before anything else. */
  readonly notice: readonly string[]
  readonly sections: readonly SheetSection[]
}

/** A heading with facts, each under its name, or with sentences. */
interface SheetSection {
  readonly heading: string
  readonly facts: readonly (readonly [name: string, fact: string])[] | readonly string[]
}

const FORM_FONT = 'assets/form-font.ttf'

/** What the pages of an archived form load. */
export function recordAssets({ assets, formFont, styles }: Templates): Asset[] {
  const fonts = new TextEncoder().encode(styles.fonts ?? '')
  return [
    ...assets,
    { path: 'assets/fonts.css', bytes: fonts },
    { path: FORM_FONT, bytes: formFont },
  ]
}

/** The id under which a tile is found in print. */
export function tileId(index: number): string {
  return `tile-${index}`
}

/**
 * Texts in the type of the form, each on a page of the size of its box. One that is too long goes on to another page. The first
 * page leads to all of them, so that print names where they are.
 */
export function tilesPage(tiles: readonly Tile[], size: number): string {
  const pages = tiles.map(({ width, height }, index) => {
    return `@page ${tileId(index)} { size: ${width}pt ${height}pt; margin: 0; }`
  })
  const style = `${FONT_FACE}
@page { size: A4; margin: 10mm; }
${pages.join('\n')}
body { margin: 0; font: ${size}pt/${LINE_HEIGHT} Form, sans-serif; }
div { white-space: pre-wrap; overflow-wrap: break-word; }`
  return page('und', 'Answers', style, [
    h(
      'nav',
      tiles.map((_, index) => h('a', { href: `#${tileId(index)}` }, `${index} `)),
    ),
    ...tiles.map(({ text, height, multiline }, index) => {
      const above = multiline ? 0 : Math.max(0, (height - size * LINE_HEIGHT) / 2)
      const style = `page: ${tileId(index)}; padding-top: ${above}pt`
      return h('div', { id: tileId(index), dir: 'auto', style }, lines(text))
    }),
  ])
}

const LINE_HEIGHT = 1.3
const FONT_FACE = `@font-face { font-family: Form; src: url("${FORM_FONT}"); }`

/** The page before an archived form. */
export function sheetPage({ title, notice, sections }: Sheet, paper: string): string {
  return page('en', title, sheetStyle(paper), [
    h('h1', title),
    ...notice.map((text) => h('p.notice', text)),
    ...sections.flatMap(({ heading, facts }) => [h('h2', heading), ...facts.map(factMarkup)]),
  ])
}

function factMarkup(fact: string | readonly [string, string]): ElementContent {
  if (typeof fact === 'string') return h('p', { dir: 'auto' }, lines(fact))
  const [name, text] = fact
  return h('p.fact', [h('strong', name), ' ', h('span', { dir: 'auto' }, lines(text))])
}

/** The lines of a text; the space at the end of each is kept for those who copy it. */
function lines(text: string): ElementContent[] {
  const [first = '', ...others] = text.split('\n')
  return [
    { type: 'text', value: first },
    ...others.flatMap((line) => [
      { type: 'text' as const, value: '\u00a0' },
      h('br'),
      { type: 'text' as const, value: line },
    ]),
  ]
}

function sheetStyle(paper: string): string {
  // What people wrote may be in any script: the form font has most of them in one file, so that no space is lost between two.
  return `${FONT_FACE}
@page { size: ${paper}; margin: 22mm 23mm; }
body { margin: 0; font: 10.5pt/14.5pt "Source Sans 3", sans-serif; }
h1 { margin: 0 0 5mm; font-weight: 600; font-size: 20pt; line-height: 25pt; }
h2 { margin: 6mm 0 1.5mm; font-weight: 600; font-size: 13pt; break-after: avoid; }
p { margin: 0 0 1.5mm; overflow-wrap: break-word; white-space: break-spaces; }
strong { font-weight: 600; }
[dir] { font-size: 9.5pt; font-family: Form, sans-serif; }
.notice { border-left: 2pt solid; padding-left: 3mm; font-weight: 600; }`
}

function page(lang: string, title: string, style: string, body: ElementContent[]): string {
  const head = h('head', [
    h('meta', { charSet: 'utf-8' }),
    h('title', title),
    h('link', { rel: 'stylesheet', href: 'assets/fonts.css' }),
    h('style', style),
  ])
  return toHtml({ type: 'doctype' }, h('html', { lang }, [head, h('body', body)]))
}
