import { raised } from '../raised.ts'
import { hidden, withoutCode } from './mask.ts'

/** Other words in the place of what stands from `from` up to `to`. */
interface Change {
  readonly from: number
  readonly to: number
  readonly text: string
}

/** Writes as plain Markdown what only other kinds of it know: those of Pandoc, Notion, GitHub, MkDocs and of converters. */
export function foreignBlocks(source: string): Change[] {
  // What elements of others hold belongs to these.
  const text = withoutCode(source).replace(
    /<(table|[ou]l|dl|pre|script|style)\b[^<>]*>[\s\S]*?<\/\1>/gi,
    hidden,
  )
  return [...divisions(text), ...blocks.flatMap((way) => changesBy(way, text))]
}

/** Takes out what they write in a line around words. */
export function foreignSpans(source: string): Change[] {
  const text = withoutCode(source)
  return [...inLines.flatMap((way) => changesBy(way, text)), ...spans(text)]
}

function changesBy([pattern, written]: Way, text: string): Change[] {
  return Array.from(text.matchAll(pattern), (match) => ({
    from: match.index,
    to: match.index + match[0].length,
    text: written(match),
  }))
}

/** A text with changes made; of those that overlap the first holds. */
export function changed(source: string, changes: readonly Change[]): string {
  let at = 0
  let text = ''
  for (const { from, to, text: written } of changes.toSorted(
    (one, other) => one.from - other.from,
  )) {
    if (from < at) continue
    text += source.slice(at, from) + written
    at = to
  }
  return text + source.slice(at)
}

/** What an element of HTML may say of its looks, and of nothing else. */
const LOOKS =
  '(?:[ \\t\\n]+(?:class|id|name|align|valign|lang|xml:lang|dir|width|height|title|role|face|size|color|open|markdown|data-[\\w-]+|style(?!=["\'][^"\'<>]*(?:display|visibility|url)))(?:=(?:"[^"<>]*"|\'[^\'<>]*\'|[\\w#%-]+))?)*'
const BLOCK =
  'div|p|aside|section|article|main|header|footer|details|summary|figure|figcaption|center'
const INLINE = 'span|font|u|ins|small|big|o:p'

type Match = RegExpExecArray
type Way = readonly [RegExp, (match: Match) => string]

const blocks: readonly Way[] = [
  [tags(BLOCK, 'p|div'), parting],
  [/^[ \t]*(?:\\(?:newpage|pagebreak|clearpage)|\{\{< ?pagebreak ?>\}\})[ \t]*$/gm, () => ''],
  // `> [!NOTE]` of GitHub, `!!! note "Title"` of MkDocs
  [
    /^([ \t]*>[ \t]*)\[!(\w+)\][+-]?[ \t]*([^\n]*)$/gm,
    ([, quote = '', kind = '', title]) => `${quote}**${title || named(kind)}**  `,
  ],
  [
    /^[ \t]*(?:!!!|\?\?\?\+?)[ \t]+(\w+)(?:[ \t]+"([^"\n]*)")?[ \t]*$/gm,
    ([, kind = '', title]) => `**${title || named(kind)}**\n`,
  ],
  // `: Who does what` after a table
  [/(?<=^[ \t]*(?:\||\+[-=+:]+\+|-{2,})[^\n]*\n(?:[ \t]*\n)?)[ \t]{0,3}:[ \t]+(?=\S)/gm, () => ''],
  // A term, and under it `:   what it means`
  [
    /(?<=^(?![ \t]*(?:[#>|+:=-]|\d+[.)]))[^\n]*\S)[ \t]*\n(?:[ \t]*\n)?[ \t]{0,3}[:~][ \t]+(?=[\p{L}\p{N}*_"“([])/gmu,
    ({ input, index }) => (isMeaning(input, index) ? '\\\n  ' : ': '),
  ],
  [
    /^(?=(?![ \t]*(?:[#>|+:=~-]|\d+[.)]))[^\n]*\S[ \t]*\n(?:[ \t]*\n)?[ \t]{0,3}[:~][ \t]+[\p{L}\p{N}*_"“([])/gmu,
    () => '- ',
  ],
  // Lines of an address: `| 12 High Street`
  [
    /(?<!\|[^\n]*\n)(?:^[ \t]*\|[ \t]+[^|\n]+(?:\n|(?![\s\S])))+(?![ \t]*\|)/gm,
    ([found]) =>
      `${found
        .trim()
        .replace(/^\|[ \t]+/, '')
        .replace(/[ \t]*\n[ \t]*\|[ \t]+/g, '\\\n')}\n`,
  ],
]

const inLines: readonly Way[] = [
  [new RegExp(`<a(?=[ ])${LOOKS}>[ \\t]*</a>`, 'gi'), () => ''],
  [tags(INLINE, 'span|o:p'), () => ''],
  // `m^2^`, `H~2~O`
  [
    /(?<=[\p{L}\d)])(\^|~(?!~))([\p{L}\d+-]{1,8})\1(?!~)/gu,
    ([, sign, words = '']) => raised(words, sign === '^' ? 'superscript' : 'subscript'),
  ],
]

/** Tags that only part or dress words; one without its end may be a gap, as `<Summary>`. */
function tags(names: string, alone: string): RegExp {
  return new RegExp(
    `<(?:(${names})${LOOKS}[ \\t]*>(?=[\\s\\S]{0,5000}?</\\1>)|/(?:${names})>|(?:${alone})${LOOKS}[ \\t]*/?>)`,
    'gi',
  )
}

/** Words in different blocks stay apart, but in the cell of a table. */
function parting({ 0: tag, index, input }: Match): string {
  const before = input.slice(input.lastIndexOf('\n', index - 1) + 1, index)
  const after = /^[^\n]*/.exec(input.slice(index + tag.length))?.[0] ?? ''
  if (/^[ \t]*\|/.test(before)) return ' '
  const isAlone = before.trim() === '' && after.trim() === ''
  if (isAlone) return ''
  if (before.trim() === '' || (tag.startsWith('</') && after.trim() === '')) return '\n'
  // The words of a point stay beside its mark.
  return /^[ \t>]*(?:[-*+]|\d+[.)])[ \t]*$/.test(before) ? '' : '\n\n'
}

function named(kind: string): string {
  return kind.charAt(0).toUpperCase() + kind.slice(1).toLowerCase()
}

/** The line before is what another term means, or this one in other words. */
function isMeaning(text: string, end: number): boolean {
  return /^[ \t]{0,3}[:~][ \t]/.test(text.slice(text.lastIndexOf('\n', end - 1) + 1, end))
}

/** `[words]{.underline}`, `[]{#_Toc12 .anchor}` */
const SPAN =
  /\[([^[\]\n]*)\]\{[ \t]*(?:[#.][\w:.-]+|lang=[\w"-]+|[\w-]+="[^"\n]*")(?:[ \t]+(?:[#.][\w:.-]+|[\w-]+="?[^"{}\n]*"?))*[ \t]*\}/g

function spans(text: string): Change[] {
  return Array.from(text.matchAll(SPAN)).flatMap(({ index, 0: found, 1: words = '' }) => {
    // A directive is written much the same.
    if (/:[a-z]*$|!$/.test(text.slice(Math.max(0, index - 20), index))) return []
    const end = index + 1 + words.length
    // A placeholder keeps its brackets.
    if (/^insert\s/i.test(words)) return [{ from: end + 1, to: index + found.length, text: '' }]
    return [
      { from: index, to: index + 1, text: '' },
      { from: end, to: index + found.length, text: '' },
    ]
  })
}

/** `::: {.note title="Mind"}`, `::: warning`, `:::tip Mind`; the directives of the pack have other names. */
const DIVISION =
  /^[ \t>]*:{3,}(?:[ \t]+(?=[\w{])|(?=\{[^{}\n]*\}[ \t]*$)|(?=(?:note|tip|info|warning|caution|danger|important|callout)\b))(?:(?:[\w-]+)?[ \t]*(?:\{([^{}\n]*)\}|\[([^\n\]]*)\]|([^\n:{}[\]]*)))?[ \t]*:*[ \t]*$/
const OTHER_FENCE = /^[ \t>]*:{3,}[a-z]/
const CLOSING = /^[ \t>]*:{3,}[ \t]*$/

function divisions(text: string): Change[] {
  const open: boolean[] = []
  let from = 0
  return text.split('\n').flatMap((line) => {
    const start = from
    from += line.length + 1
    const found = DIVISION.exec(line)
    if (!found && OTHER_FENCE.test(line)) open.push(false)
    const isTheirs = found || (CLOSING.test(line) && open.pop())
    if (!isTheirs) return []
    if (found) open.push(true)
    const [, braces = '', square, plain] = found ?? []
    const title = /title="([^"]*)"/.exec(braces)?.[1] ?? square ?? plain?.trim()
    const [end = ''] = /\r?$/.exec(line) ?? []
    return [
      { from: start, to: start + line.length - end.length, text: title ? `**${title}**\n` : '' },
    ]
  })
}
