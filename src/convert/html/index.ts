import type {
  Element,
  ElementContent,
  RootContent as HastContent,
  Root as HastRoot,
  Nodes,
} from 'hast'
import type { FootnoteDefinition, FootnoteReference, Root, RootContent } from 'mdast'
import rehypeParse from 'rehype-parse'
import rehypeRemark, { type Options } from 'rehype-remark'
import { unified } from 'unified'
import { SKIP, visit } from 'unist-util-visit'
import { fromBase64 } from '../../containers/text.ts'
import { safeAddress } from '../address.ts'
import type { Found, Note, Picture } from '../converted.ts'
import { labelFormats } from '../label-formats.ts'
import { pictureType } from '../picture-type.ts'
import { signOf } from '../signs.ts'
import type { CellFound, RowFound } from '../table/cells.ts'
import { makeTable } from '../table/index.ts'
import { NOTE_REFERENCE, takeNotes } from './footnotes.ts'
import { joinLists } from './google-docs.ts'

type Handle = NonNullable<Options['handlers']>[string]

const BLANK = '________'

/** Reads a web page, or what was copied from one or from a word processor. Nothing of it is loaded or run. */
export function readHtml(source: string): Found {
  const notes: Note[] = []
  const pictures: Picture[] = []
  const tree = unified()
    .use(rehypeParse, { fragment: !/<html[\s>]/i.test(source) })
    .parse(source)
  const title = titleOf(tree)
  joinLists(tree)
  prepare(tree, { notes, pictures })
  const footnotes = takeNotes(tree)
  const made = asMarkdown(tree, notes)
  made.children.push(
    ...footnotes.map(({ identifier, element }): FootnoteDefinition => {
      const { children } = asMarkdown({ type: 'root', children: [element] }, notes)
      return {
        type: 'footnoteDefinition',
        identifier,
        label: identifier,
        children: children as never[],
      }
    }),
  )
  if (footnotes.length > 0)
    notes.push({
      about: 'footnote',
      text: `${footnotes.length === 1 ? 'A footnote' : `${footnotes.length} footnotes`}, at the end of the document from this line on`,
      node: made.children.find(({ type }) => type === 'footnoteDefinition'),
    })
  return { tree: made, title, notes, pictures }
}

function asMarkdown(tree: HastRoot, notes: Note[]): Root {
  const handlers: Record<string, Handle> = {
    table: (_, element) => tableOf(element, notes) as never,
    [NOTE_REFERENCE](_, { properties }): FootnoteReference {
      const identifier = String(properties.identifier)
      return { type: 'footnoteReference', identifier, label: identifier }
    },
  }
  const made = unified().use(rehypeRemark, { handlers, document: true }).runSync(tree) as Root
  // Pages part paragraphs by empty lines as well.
  visit(made, 'break', (_, index, parent) => {
    if (index === undefined || parent?.children[index - 1]?.type !== 'break') return
    parent.children.splice(index, 1)
    return index
  })
  return made
}

/** Lists whose items have letters become paragraphs that have them; Markdown has no such lists. */
function keepLetters(list: Element): void {
  const format = letters[String(list.properties.type ?? '')]
  if (list.tagName !== 'ol' || !format) return
  let number = Number(list.properties.start ?? 1) || 1
  list.tagName = 'div'
  for (const item of list.children) {
    if (item.type !== 'element' || item.tagName !== 'li') continue
    item.tagName = 'div'
    const [first] = item.children
    const holder = first?.type === 'element' && first.tagName === 'p' ? first : item
    holder.children.unshift(...text(`${format(number++)}) `))
  }
}

const letters: Readonly<Record<string, (number: number) => string>> = {
  a: labelFormats.lowerLetter,
  A: labelFormats.upperLetter,
  i: labelFormats.lowerRoman,
  I: labelFormats.upperRoman,
}

/** The title as the page shows it, or as it says it of itself. */
function titleOf(tree: HastRoot): string | undefined {
  let shown: string | undefined
  let said: string | undefined
  visit(tree, 'element', (element) => {
    const { className } = element.properties
    const isTitle = element.tagName === 'p' && /\b(?:Mso)?title\b/i.test(String(className ?? ''))
    if (isTitle) shown ??= wordsIn(element)
    if (element.tagName === 'title') said ??= wordsIn(element)
  })
  return shown || said || undefined
}

const unseen = new Set(
  'head title style script noscript template nav iframe object embed svg canvas video audio map dialog datalist'.split(
    ' ',
  ),
)

/** Makes of what only a browser understands what a document can hold. */
function prepare(tree: HastRoot, to: { notes: Note[]; pictures: Picture[] }): void {
  visit(tree, (node, index, parent) => {
    if (!parent || index === undefined) return
    if (node.type === 'comment' || node.type === 'doctype') return remove(parent, index)
    if (node.type === 'text')
      node.value = node.value
        .replace(/[\u00ad\u200b\ufeff]/g, '')
        .replace(/\u00a0{4,}/g, isSpacing(parent) ? ' ' : BLANK)
    if (node.type !== 'element') return
    if (unseen.has(node.tagName) || isHidden(node)) return remove(parent, index)
    const control = controls[node.tagName]
    if (control) {
      parent.children.splice(index, 1, ...control(node))
      return [SKIP, index + 1]
    }
    if (node.tagName === 'img' && !takePicture(node, to)) return remove(parent, index)
    if (node.tagName === 'a' && !keepsLink(node)) node.tagName = 'span'
    restyle(node)
    unwrapList(node)
    keepLetters(node)
  })
}

/** The space between the number or bullet of a list in Word and the words. */
function isSpacing(parent: Nodes): boolean {
  return (
    parent.type === 'element' &&
    /font\s*:\s*7(?:\.0)?pt/i.test(String(parent.properties.style ?? ''))
  )
}

function remove(parent: { children: unknown[] }, index: number): [typeof SKIP, number] {
  parent.children.splice(index, 1)
  return [SKIP, index]
}

function isHidden({ properties }: Element): boolean {
  return (
    properties.hidden === true ||
    /display\s*:\s*none|mso-hide\s*:\s*all/i.test(String(properties.style ?? ''))
  )
}

function text(value: string): ElementContent[] {
  return [{ type: 'text', value }]
}

const line: ElementContent = { type: 'element', tagName: 'br', properties: {}, children: [] }

const controls: Readonly<Record<string, (element: Element) => ElementContent[]>> = {
  input({ properties }) {
    const type = String(properties.type ?? 'text').toLowerCase()
    if (type === 'checkbox' || type === 'radio') return text(type === 'radio' ? '○ ' : '☐ ')
    return ['hidden', 'submit', 'button', 'reset', 'image'].includes(type) ? [] : text(` ${BLANK} `)
  },
  textarea: () => [line, ...text(`${BLANK}${BLANK}`)],
  select(element) {
    const options: string[] = []
    visit(element, 'element', (option) => {
      const words = option.tagName === 'option' ? wordsIn(option) : ''
      if (words && !/^(?:choose|select|please|--)/i.test(words)) options.push(`○ ${words}`)
    })
    return [line, ...text(options.length > 0 ? options.join('  ') : BLANK), line]
  },
  button: () => [],
}

function keepsLink(element: Element): boolean {
  const href = String(element.properties.href ?? '')
  if (href.startsWith('#')) return true
  const address = safeAddress(href)
  if (address) element.properties.href = address
  return address !== undefined
}

/** A list in a list with nothing before it, as some programs write the second level. */
function unwrapList(list: Element): void {
  const isList = ({ tagName }: Element): boolean => tagName === 'ol' || tagName === 'ul'
  const inside = list.children.filter((child): child is Element => child.type === 'element')
  if (isList(list) && inside.length > 0 && inside.every(isList)) list.tagName = 'div'
}

/** What office programs say by styles is said by elements. */
function restyle(element: Element): void {
  const style = String(element.properties.style ?? '')
  if (element.tagName === 'u' && /^[\s\u00a0]{4,}$/.test(rawWords(element)))
    element.children = text(BLANK)
  const isPlain = /font-weight\s*:\s*(?:normal|400)/i.test(style)
  if (['b', 'strong'].includes(element.tagName) && isPlain) element.tagName = 'span'
  if (['u', 'ins', 'font', 'center', 'o:p', 'label', 'fieldset', 'form'].includes(element.tagName))
    element.tagName = blocks.has(element.tagName) ? 'div' : 'span'
  if (element.tagName === 'legend') element.tagName = 'h3'
  if (element.tagName !== 'span') return
  if (/font-weight\s*:\s*(?:bold|[6-9]00)/i.test(style)) element.tagName = 'strong'
  else if (/font-style\s*:\s*italic/i.test(style)) element.tagName = 'em'
  if (/font-family\s*:\s*["']?(?:wingdings|symbol|webdings)/i.test(style)) showSigns(element)
  // Word writes the numbers and bullets of its lists as words that it asks others to pass over.
  if (/mso-list\s*:\s*ignore/i.test(style))
    element.children = text(`${wordsIn(element).replace(/^[·§Øo]$/, '•')} `)
}

/** Fonts of signs have letters for boxes and bullets. */
function showSigns(element: Element): void {
  visit(element, 'text', (node) => {
    const [sign] = node.value.trim()
    const known = sign && node.value.trim().length === 1 && signOf(sign.charCodeAt(0).toString(16))
    if (known) node.value = `${known} `
  })
}

const blocks = new Set(['center', 'fieldset', 'form'])

function takePicture(
  element: Element,
  { notes, pictures }: { notes: Note[]; pictures: Picture[] },
): boolean {
  const source = String(element.properties.src ?? '')
  const [, data] = /^data:image\/[\w+.-]+;base64,([\s\S]+)$/i.exec(source) ?? []
  if (data) {
    const bytes = fromBase64(data)
    const type = pictureType(bytes)
    if (!type) return false
    const name = `picture-${pictures.length + 1}.${type}`
    pictures.push({ name, bytes })
    element.properties.src = name
    return true
  }
  if (source)
    notes.push({
      about: 'picture',
      text: `${source.slice(0, 100)}: it lies elsewhere and was not fetched; put it into the folder of the document by hand`,
    })
  return false
}

function tableOf(table: Element, notes: Note[]): RootContent[] {
  const rows: RowFound[] = []
  const spans = new Map<number, number>()
  for (const row of rowsOf(table)) {
    const cells: CellFound[] = []
    let isHeader = false
    const elements = row.children.filter(
      (child): child is Element => child.type === 'element' && /^t[dh]$/.test(child.tagName),
    )
    isHeader =
      rows.length === 0 && elements.length > 0 && elements.every(({ tagName }) => tagName === 'th')
    let column = 0
    const goOn = (): void => {
      for (let left = spans.get(column); left !== undefined && left > 0; left = spans.get(column)) {
        cells.push({ blocks: [], span: 1, isContinued: true })
        spans.set(column++, left - 1)
      }
    }
    for (const cell of elements) {
      goOn()
      const span = bounded(cell.properties.colSpan)
      const down = bounded(cell.properties.rowSpan)
      cells.push({ blocks: blocksIn(cell, notes), span, lines: emptyLines(cell) })
      for (let index = 0; index < span; index++) spans.set(column++, down - 1)
    }
    goOn()
    rows.push({ isHeader, cells })
  }
  return makeTable(rows, notes)
}

/** Empty paragraphs of a cell, which leave room to write. */
function emptyLines({ children }: Element): number {
  return children.filter(
    (child) =>
      child.type === 'element' && /^(?:p|div|br)$/.test(child.tagName) && wordsIn(child) === '',
  ).length
}

function bounded(value: unknown): number {
  return Math.min(60, Math.max(1, Number(value ?? 1) || 1))
}

function rowsOf({ children }: Element): Element[] {
  return children.flatMap((child) => {
    if (child.type !== 'element') return []
    if (child.tagName === 'tr') return [child]
    return /^t(?:head|body|foot)$/.test(child.tagName) ? rowsOf(child) : []
  })
}

function blocksIn(cell: Element, notes: Note[]): RootContent[] {
  const inside: HastRoot = { type: 'root', children: cell.children as HastContent[] }
  return asMarkdown(inside, notes).children
}

function rawWords(node: Nodes): string {
  if (node.type === 'text') return node.value
  return 'children' in node ? node.children.map(rawWords).join('') : ''
}

function wordsIn(node: Nodes): string {
  return rawWords(node).replace(/\s+/g, ' ').trim()
}
