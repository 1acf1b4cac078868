import type { Html, Root, RootContent } from 'mdast'
import remarkDirective from 'remark-directive'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { SKIP, visit } from 'unist-util-visit'
import type { Found, Note } from '../converted.ts'
import { readHtml } from '../html/index.ts'
import { noIndentedCode } from '../no-indented-code.ts'
import { makeTable } from '../table/index.ts'
import { type DrawnTable, drawnTables } from './drawn-tables.ts'
import { changed, foreignBlocks, foreignSpans } from './foreign-signs.ts'
import { withoutCode } from './mask.ts'

/** What a Markdown file holds, and its front matter as it stands there. */
export interface MarkdownFound extends Found {
  readonly frontMatter?: string
}

const syntax = unified()
  .use(remarkParse)
  .use(noIndentedCode)
  .use(remarkGfm)
  .use(remarkDirective)
  .freeze()

/** Reads Markdown as people, Pandoc (`gfm`, `markdown`) and other converters write it. */
export function readMarkdown(source: string): MarkdownFound {
  const whole = source.replace(/\r\n?/g, '\n')
  const [matched, frontMatter] = /^---\n([\s\S]*?)\n(?:---|\.\.\.)(?:\n|$)/.exec(whole) ?? ['']
  const { title, rest } = titleBlock(whole.slice(matched.length))
  const notes: Note[] = []
  const { text, tables } = takeTables(
    changed(rest, [...foreignBlocks(rest), ...foreignSpans(rest), ...attributes(rest)]),
  )
  const tree = syntax.parse(text)
  putTables(tree, tables, notes)
  readRawHtml(tree, notes)
  readTables(tree, notes)
  return {
    tree,
    notes,
    pictures: [],
    ...(title && { title }),
    ...(frontMatter !== undefined && { frontMatter }),
  }
}

/** `% Title` on the first lines, as Pandoc has it. */
function titleBlock(text: string): { title?: string | undefined; rest: string } {
  const [matched = '', title] = /^\n*% ?(.+)\n(?:% ?.*\n){0,2}/.exec(text) ?? []
  return { title: title?.trim(), rest: text.slice(matched.length) }
}

/** Attributes of headings and pictures that mean nothing to the pack. */
function attributes(source: string) {
  return Array.from(
    withoutCode(source).matchAll(
      /(?<=^#{1,6}[ \t][^\n]*?)[ \t]*\{(?!\{)([^{}\n]*)\}[ \t]*$|(?<=!\[[^\]\n]*\]\([^()\n]*\))\{(?!width|decorative)[^{}\n]*\}/gm,
    ),
    ({ index, 0: found, 1: said }) => {
      const [id] = /#[\w-]+/.exec(said ?? '') ?? []
      return { from: index, to: index + found.length, text: id ? ` {${id}}` : '' }
    },
  )
}

/** In the place of each table that is drawn stands a paragraph with its number. */
function takeTables(source: string): { text: string; tables: readonly DrawnTable[] } {
  const lines = source.split('\n')
  const tables = drawnTables(withoutCode(source).split('\n'), lines)
  const kept = [...lines]
  for (const [index, { start, end }] of [...tables.entries()].reverse())
    kept.splice(start, end - start, '', `\uE000${index}\uE000`, '')
  return { text: kept.join('\n'), tables }
}

function putTables(tree: Root, tables: readonly DrawnTable[], notes: Note[]): void {
  visit(tree, 'paragraph', (paragraph, index, parent) => {
    const [only] = paragraph.children
    const [, number] = (only?.type === 'text' && /^\uE000(\d+)\uE000$/.exec(only.value)) || []
    const table = number === undefined ? undefined : tables[Number(number)]
    if (!table || !parent || index === undefined) return
    const rows = table.rows.map(({ cells, isHeader }) => ({
      isHeader,
      cells: cells.map((cell) => ({ span: 1, blocks: syntax.parse(cell).children })),
    }))
    parent.children.splice(index, 1, ...(makeTable(rows, notes) as never[]))
    return [SKIP, index]
  })
}

/** Tables with bars have a header always, also where there is none. */
function readTables(tree: Root, notes: Note[]): void {
  visit(tree, 'table', (table, index, parent) => {
    if (!parent || index === undefined || table.data) return
    const rows = table.children.map((row, at) => ({
      isHeader: at === 0 && row.children.some(({ children }) => children.length > 0),
      cells: row.children.map(({ children }) => ({
        span: 1,
        blocks: children.length > 0 ? [{ type: 'paragraph' as const, children }] : [],
      })),
    }))
    const kept = rows.filter(({ cells, isHeader }, at) => at > 0 || isHeader || cells.length === 0)
    const blocks = makeTable(kept, notes)
    parent.children.splice(index, 1, ...(blocks as never[]))
    return [SKIP, index + blocks.length]
  })
}

/** Converters write as HTML what Markdown has no sign for; what it says is kept. */
function readRawHtml(tree: Root, notes: Note[]): void {
  visit(tree, 'html', (html, index, parent) => {
    if (!parent || index === undefined) return
    parent.children.splice(index, 1, ...(inPlaceOf(html, parent.type === 'root', notes) as never[]))
    return [SKIP, index]
  })
}

function inPlaceOf({ value }: Html, isBlock: boolean, notes: Note[]): RootContent[] {
  if (/^<!--[\s\S]*-->\s*$/.test(value)) return []
  if (isBlock && /^<[a-z][a-z\d]*[\s>/]/.test(value)) {
    const found = readHtml(value)
    notes.push(...found.notes)
    return found.tree.children
  }
  if (/^<br\s*\/?>$/i.test(value)) return [{ type: 'break' }]
  const isElement =
    /^<\/?(?:a|abbr|article|aside|b|big|details|figcaption|figure|section|summary|center|cite|div|em|font|i|ins|kbd|mark|p|s|small|span|strong|sub|sup|u)(?:\s[^<>]*)?\/?>$/.test(
      value,
    )
  return isElement ? [] : [{ type: 'text', value }]
}
