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
import { takePandocTables } from './pandoc-tables.ts'

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
  const { lines, tables } = takePandocTables(outsideCode(rest.split('\n'), plainLine))
  const tree = syntax.parse(lines.join('\n'))
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

/** The lines, those outside of code changed; code between fences stays as it is. */
function outsideCode(
  lines: readonly string[],
  change: (line: string) => string | undefined,
): string[] {
  let fence: string | undefined
  return lines.flatMap((line) => {
    const [, mark] = /^\s{0,3}(```+|~~~+)/.exec(line) ?? []
    const isCode = fence !== undefined || mark !== undefined
    if (mark && fence === undefined) fence = mark
    else if (mark && line.trim().startsWith(fence ?? '')) fence = undefined
    return isCode ? line : (change(line) ?? [])
  })
}

/** A line without what only Pandoc and other converters read. */
function plainLine(line: string): string | undefined {
  // Divisions of Pandoc; the directives of the pack have names.
  if (/^\s*:{3,}\s*(?:\{[^{}]*\}|[\w-]+\s*:*)?\s*$/.test(line) && !directive.test(line))
    return undefined
  if (/^\s*\\(?:newpage|pagebreak)\s*$/.test(line)) return undefined
  return line
    .replace(/\[\]\{[#.][^{}]*\}/g, '')
    .replace(/(?<!\\)\[((?:[^[\]\\]|\\.)*)\]\{(?=[.#])[^{}]*\}/g, '$1')
    .replace(/^(#{1,6}\s.*?)\s*\{(?!\{)([^{}]*)\}\s*$/, (_, heading: string, said: string) => {
      const [id] = /#[\w-]+/.exec(said) ?? []
      return id ? `${heading} {${id}}` : heading
    })
    .replace(/(!\[[^\]]*\]\([^()]*\))\{(?!width|decorative)[^{}]*\}/g, '$1')
}

const directive = /^\s*:{3,}\s*(?:when|unless|rows|lang|abbr)\b/

function putTables(
  tree: Root,
  tables: readonly ReturnType<typeof takePandocTables>['tables'][number][],
  notes: Note[],
): void {
  visit(tree, 'paragraph', (paragraph, index, parent) => {
    const [only] = paragraph.children
    const [, number] = (only?.type === 'text' && /^\uE000(\d+)\uE000$/.exec(only.value)) || []
    const table = number === undefined ? undefined : tables[Number(number)]
    if (!table || !parent || index === undefined) return
    const rows = table.map(({ cells, isHeader }) => ({
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
