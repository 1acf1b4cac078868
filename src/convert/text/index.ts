import type { Paragraph, PhrasingContent, RootContent } from 'mdast'
import rehypeParse from 'rehype-parse'
import { unified } from 'unified'
import type { Found, Look, Note } from '../converted.ts'
import { makeTable } from '../table/index.ts'

/** Lines that fill so much of the width of the text go on in the next. */
const FULL = 0.75
const NARROWEST = 45
const WIDEST = 110
/** A paragraph without an end is parted after so many characters, at the end of a sentence. */
const WALL = 1000
const PIECE = 450
const START =
  /^\s*(?:[•·▪●○◦‣∙*–—-]\s|o\t|\d{1,3}(?:\.\d{1,3})*[.)]?\s|\(?[a-z]{1,2}[.)]\s|\([ivxl]+\)\s|[☐☑☒□]|[A-Z][\w' ]{1,40}:\s*(?:[_.…]|$))/
/** A frame that is drawn around nothing. */
const BOX = /^[ \t]*[┌╔╭][─═]+[┐╗╮]\n(?:[ \t]*[│║][ \t]*[│║]\n)+[ \t]*[└╚╰][─═]+[┘╝╯]\n?/gm
const PAGE =
  /^\s*(?:page\s+)?\d{1,4}(?:\s*(?:of|\/)\s*\d{1,4})?\s*$|^\s*[-–—]\s*\d{1,4}\s*[-–—]\s*$/i
/** Somewhere to write or to tick. */
const DRAWN = /_{3,}|\.{6,}|…{2,}|(?:_ ){2}|\|_|\[[ _|]*\]|[☐□○]|[┌│└╔║╚]/
/** Words and figures side by side, such as a scale. */
const APART = /\S {2,}\S+ {2,}\S/
const RULE = /^\s*([=~*#-])\1{2,}\s*$/

/** Reads a plain text, in which only line breaks, signs and the length of lines tell what is what. */
export function readText(source: string): Found {
  const notes: Note[] = []
  const text = decoded(source)
    .replace(/\r\n?|\v/g, '\n')
    .replace(/\f/g, '\n\n')
    // A tab behind a label is room to write.
    .replace(/(?<=^[^\n]{1,60}:)[ ]*\t+[ \t]*$/gm, ' ________')
    // And so are two, between labels and at the end of them.
    .replace(/^[^\t\n.]{2,40}(?:\t{2,}[^\t\n.]{2,40}){0,3}\t{2,}$/gm, (line) =>
      line.replace(/\t{2,}/g, ' ________    '),
    )
    .replace(/[ \t]+$/gm, '')
    .replace(BOX, (box) => '________________\n'.repeat(Math.max(1, box.split('\n').length - 3)))
  const { title, body } = withoutMail(text, notes)
  const lines = body.split('\n')
  const width = widthOf(lines)
  const chunks = chunksOf(withoutPages(lines, notes))
  const blocks = chunks.flatMap((chunk) => blocksOf(chunk, width, notes))
  return { tree: { type: 'root', children: blocks }, title, notes, pictures: [] }
}

/** The text of a web page that somebody took with its signs: `&lt;name&gt;`. One alone may be meant as it stands. */
function decoded(source: string): string {
  const found = source.match(ENTITY)?.length ?? 0
  return found < 2 ? source : source.replaceAll(ENTITY, (entity) => textOfHtml(entity))
}

const ENTITY = /&(?:#\d{2,6}|#x[\da-f]{2,5}|[a-z]{2,8}\d?);/gi
const html = unified().use(rehypeParse, { fragment: true })

function textOfHtml(entity: string): string {
  const [node] = html.parse(entity).children
  return node?.type === 'text' ? node.value : entity
}

const MAIL_HEAD =
  /^\s*(?:-{2,}[^\n]*-{2,}\s*\n\s*)?((?:(?:From|To|Sent|Date|Cc|Bcc|Subject|Reply-To|Importance|Attachments?):[^\n]*\n){2,})/i
/** What somebody answers to, at the end. */
const QUOTED = /\n(?:(?:On [^\n]{5,100} wrote:|>[^\n]*)\s*\n?)*>[^\n]*\s*$/

/** Without the head of a mail and what it answers to; its subject is the title. */
function withoutMail(
  text: string,
  notes: Note[],
): { readonly title?: string | undefined; readonly body: string } {
  const [whole = '', head = ''] = MAIL_HEAD.exec(text) ?? []
  if (head === '') return { body: text }
  notes.push({ about: 'header', text: `The head of a mail: ${head.trim().replace(/\n/g, ' · ')}` })
  const body = text.slice(whole.length)
  const rest = body.replace(QUOTED, '\n')
  if (rest !== body) notes.push({ about: 'header', text: 'What the mail answers to, at its end' })
  const [, subject] = /^Subject:[ \t]*(?:(?:re|fw|fwd|aw|wg):[ \t]*)*(.+)$/im.exec(head) ?? []
  return { title: subject?.trim(), body: rest }
}

/** The width that lines were broken at; undefined where each paragraph is a line. */
function widthOf(lines: readonly string[]): number | undefined {
  const lengths = lines
    .map((line) => line.trim().length)
    .filter((length) => length > 0)
    .sort((a, b) => a - b)
  const long = lengths[Math.floor(lengths.length * 0.95)] ?? 0
  const longest = lengths.at(-1) ?? 0
  return long >= NARROWEST && longest <= WIDEST ? longest : undefined
}

/** Without numbers of pages, which stand alone between two pages. */
function withoutPages(lines: readonly string[], notes: Note[]): string[] {
  const pages = lines.filter((line) => /page/i.test(line) && PAGE.test(line))
  if (pages.length < 2) return [...lines]
  notes.push({ about: 'header', text: `${pages.length} numbers of pages` })
  return lines.map((line) => (pages.includes(line) ? '' : line))
}

function chunksOf(lines: readonly string[]): string[][] {
  const chunks: string[][] = [[]]
  for (const line of lines) {
    if (line.trim() === '') chunks.push([])
    else chunks.at(-1)?.push(line)
  }
  return chunks.filter((chunk) => chunk.length > 0)
}

function blocksOf(
  chunk: readonly string[],
  width: number | undefined,
  notes: Note[],
): RootContent[] {
  const table = tableOf(chunk, notes)
  if (table) return table
  const blocks: RootContent[] = []
  for (const line of joined(chunk, width)) {
    if (RULE.test(line)) {
      // A line of signs under a short line makes a heading of it.
      const above = blocks.at(-1)
      if (above?.type === 'paragraph')
        above.data = {
          look: { ...above.data?.look, isBold: true, size: line.includes('=') ? 32 : 28 },
        }
    } else blocks.push(...paragraphs(line, notes))
  }
  return blocks
}

/** Lines of as many parts each, with tabs or bars between them. */
function tableOf(chunk: readonly string[], notes: Note[]): RootContent[] | undefined {
  const separator = ['\t', '|'].find((one) => chunk.every((line) => line.includes(one)))
  if (!separator || chunk.length < 2) return undefined
  const rows = chunk
    .filter((line) => !/^[\s|:+=-]+$/.test(line))
    .map((line) =>
      (separator === '|' ? line.trim().replace(/^\||\|$/g, '') : line)
        .split(separator === '|' ? '|' : /\t+/)
        .map((cell) => cell.trim()),
    )
  const [first] = rows
  const isEven =
    first &&
    first.length > 1 &&
    rows.length > 1 &&
    rows.every(({ length }) => length === first.length)
  if (!isEven || rows.every(([label = '']) => START.test(`${label} `))) return undefined
  const cells = rows.map((row) => ({
    isHeader: false,
    cells: row.map((cell) => ({ span: 1, blocks: cell === '' ? [] : [paragraph(cell)] })),
  }))
  return makeTable(cells, notes)
}

/** The lines of a chunk, those that were broken only for their length as one. */
function joined(chunk: readonly string[], width: number | undefined): string[] {
  const lines: string[] = []
  chunk.forEach((line, index) => {
    const former = chunk[index - 1]
    const goesOn =
      former !== undefined &&
      width !== undefined &&
      former.trim().length >= width * FULL &&
      !START.test(line) &&
      !RULE.test(line) &&
      !RULE.test(former) &&
      !DRAWN.test(former) &&
      !DRAWN.test(line)
    // A line that hangs under the words of its number or bullet belongs to them.
    const hangs =
      former !== undefined &&
      /^\s{2,}/.test(line) &&
      !START.test(line) &&
      START.test(lines.at(-1) ?? '') &&
      !DRAWN.test(line) &&
      !APART.test(line)
    if (goesOn || hangs) lines[lines.length - 1] += ` ${line.trim()}`
    else lines.push(line)
  })
  return lines
}

function paragraphs(line: string, notes: Note[]): Paragraph[] {
  const text = line.trim()
  const [space = ''] = /^\s*/.exec(line) ?? []
  const look: Look = { indent: space.replaceAll('\t', '    ').length }
  if (text.length <= WALL) return [paragraph(text, look)]
  const parts = parted(text)
  const first = paragraph(parts[0] ?? '', look)
  const others = parts.slice(1).map((part) => paragraph(part))
  notes.push({
    about: 'paragraph',
    text: `A line of ${text.length} characters without an end, parted into ${parts.length} paragraphs; look whether they begin in the right places`,
    node: first,
  })
  return [first, ...others]
}

/** At numbers that count on, and else after sentences. */
function parted(text: string): string[] {
  const numbered = text.split(/\s(?=(?:\d{1,2}\.\d{0,2}\.?|\(\w{1,3}\)|[•▪●])\s+\p{Lu}?)/u)
  return numbered.flatMap((part) => {
    if (part.length <= WALL) return [part]
    const pieces: string[] = ['']
    for (const sentence of part.split(/(?<=[.!?]["”’')]?)\s+(?=[\p{Lu}“"‘'(])/u)) {
      const last = pieces.at(-1) ?? ''
      if (last.length + sentence.length <= PIECE || last === '')
        pieces[pieces.length - 1] = `${last} ${sentence}`.trim()
      else pieces.push(sentence)
    }
    return pieces
  })
}

function paragraph(text: string, look: Look = {}): Paragraph {
  const children: PhrasingContent[] = [{ type: 'text', value: text.replace(/\t+/g, '    ') }]
  return { type: 'paragraph', children, data: { look } }
}
