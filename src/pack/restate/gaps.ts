import { HIDDEN, withoutCode, withoutComments, withoutSigns } from './mask.ts'
import { type Style, styles } from './styles.ts'
import { judge, type Setting, type Verdict } from './words.ts'

/** A place that looks as if something were to be written there. */
export interface Gap {
  readonly from: number
  readonly to: number
  readonly raw: string
  /** What says what is missing; empty where nothing does. */
  readonly words: string
  readonly verdict: Exclude<Verdict, undefined>
  /** In an address, where a name is written otherwise. */
  readonly isInAddress: boolean
  readonly isInCode: boolean
  /** The words before it on its line. */
  readonly before: string
  readonly after: string
}

const AROUND = 80
/** Placeholders of policypack's own kind, and what holds them. */
const OWN = /[([]\s*insert\s|\{\{(?!\{)[^|{}]*\}\}/i
/** What follows the text of a link. */
const LINK =
  /^(?:\((?:\s*insert\s[^()]+|<[^<>\n]*>|(?:[^\s()]|\{\{[^{}\n]+\}\}|\([^()\n]*\))*)(?:\s+(?:"[^"\n]*"|'[^'\n]*'))?\))/

/** Finds what people leave to be filled in, in a source in Markdown, beside the placeholders of policypack's own kind. */
export function gapsIn(source: string, { isForm }: { readonly isForm: boolean }): Gap[] {
  const text = withoutSigns(source)
  const visible = withoutCode(source)
  const defined = definedIn(source)
  // A mark for each character, so that many gaps take no longer each than one.
  const isTaken = new Uint8Array(source.length)
  const found = styles
    .filter(({ isBlank }) => !(isBlank && isForm))
    .flatMap((style) =>
      Array.from(text.matchAll(style.pattern)).flatMap((match) => {
        const gap = gapAt(match, style, source, visible, defined, isForm)
        if (!gap || isTaken.subarray(gap.from, gap.to).includes(1)) return []
        isTaken.fill(1, gap.from, gap.to)
        return gap
      }),
    )
  return [...found, ...inCode(source, visible)].toSorted((a, b) => a.from - b.from)
}

function gapAt(
  match: RegExpExecArray,
  { judge: verdictOf }: Style,
  source: string,
  visible: string,
  defined: ReadonlySet<string>,
  isForm: boolean,
): Gap | undefined {
  const from = match.index
  const to = from + match[0].length
  const words = match.groups?.words ?? ''
  const setting = settingOf(visible, from, to)
  const { before, after } = setting
  if (OWN.test(match[0])) return undefined
  const isBracket = /^\\?\[/.test(match[0])
  if (isForm && isBracket && /^[\s_.…]*$/.test(words)) return undefined
  const common = { words, before, after, isInAddress: isInAddress(setting), isInCode: false }
  if (isBracket) {
    // Of a converter: `[words]{.underline}`
    if (/^\{[ \t]*(?:[#.]|\w+=)/.test(source.slice(to, to + 40))) return undefined
    if (defined.has(label(words))) return undefined
    const [, reference = ''] = /^\[([^\]\n]*)\]/.exec(after) ?? []
    if (/^\[/.test(after) && (reference === '' || defined.has(label(reference)))) return undefined
    if (!match[0].startsWith('\\') && LINK.test(source.slice(to, to + 500))) {
      const isSure =
        NAMED_IN_LINK.test(words.replaceAll('_', ' ').trim()) && judge(words, setting) === 'sure'
      return isSure
        ? { from: from + 1, to: to - 1, raw: words, verdict: 'sure', ...common }
        : undefined
    }
  }
  const verdict = verdictOf(words, { ...setting, isForm }, match[0])
  return verdict && { from, to, raw: match[0], verdict, ...common }
}

/** The text of a link that is a gap all the same. */
const NAMED_IN_LINK =
  /^(?:(?:your |our |the )?(?:company|organi[sz]ation|business|employer)(?:['’]s)?(?: name)?|(?:e-?mail|web) address|(?:job )?title|name of .*|[\p{Lu} ]+ NAME|(?:insert|enter|add|your|link to) .*)$/iu

function definedIn(source: string): ReadonlySet<string> {
  return new Set(
    Array.from(source.matchAll(/^[ \t]{0,3}\[([^[\]\n]{1,200})\]:[ \t]+\S/gm), ([, name = '']) =>
      label(name),
    ),
  )
}

function label(text: string): string {
  return text.replace(/\s+/g, ' ').trim().toLowerCase()
}

function settingOf(text: string, from: number, to: number): Setting {
  const line = Math.max(text.lastIndexOf('\n', from - 1) + 1, from - AROUND)
  const end = text.indexOf('\n', to)
  return {
    before: text.slice(line, from),
    after: text.slice(to, Math.min(end < 0 ? text.length : end, to + AROUND)),
    // What is all of a quotation is no addition of an editor.
    isQuoted: isQuoted(text, from) && !/^["“‘'][\s\S]*["”’']$/.test(text.slice(from - 1, to + 1)),
  }
}

/** Inside quotation marks of the paragraph, or in a quotation of its own. */
function isQuoted(text: string, index: number): boolean {
  const start = Math.max(text.lastIndexOf('\n\n', index) + 2, index - 1500, 0)
  const before = text.slice(start, index)
  if (/(?:^|\n)[ \t]{0,3}>[^\n]*$/.test(before)) return true
  if (before.lastIndexOf('“') > before.lastIndexOf('”')) return true
  const closed = [' ', '.', ',', ')', ';', ':', '\n'].map((sign) => before.lastIndexOf(`’${sign}`))
  if (before.lastIndexOf('‘') > Math.max(...closed)) return true
  return (before.match(/(?<![\d])"/g)?.length ?? 0) % 2 === 1
}

function isInAddress({ before, after }: Setting): boolean {
  return (
    /(?:https?:\/\/|www\.|mailto:|@)[^\s]*$/i.test(before) ||
    /^(?:@[\w<[{(]|\.(?:com|org|net|co|gov|edu|ac|uk|eu|info|io)\b)/i.test(after)
  )
}

/** In code nothing is filled in; what is surely a gap there is told. */
function inCode(source: string, visible: string): Gap[] {
  return [...withoutComments(source).matchAll(IN_CODE)].flatMap((match) => {
    const { index: from, groups = {} } = match
    const to = from + match[0].length
    const words = groups.square ?? groups.angle ?? ''
    const setting = settingOf(source, from, to)
    if (/^insert\s/i.test(words) || visible[from] !== HIDDEN || !TOLD_IN_CODE.test(words)) return []
    const { before, after } = setting
    return {
      from,
      to,
      raw: match[0],
      words,
      verdict: 'doubtful' as const,
      isInAddress: false,
      isInCode: true,
      before,
      after,
    }
  })
}

/** What is certainly no name of a program. */
const TOLD_IN_CODE = /\b(?:company|organi[sz]ation|employer|business|charity|your|enter|name of)\b/i
const IN_CODE =
  /(?<![\p{L}\p{N}\])])(?:\[(?<square>\p{L}[\p{L}'’/-]*(?: [\p{L}'’/-]+){1,6})\](?![([])|<(?<angle>\p{Lu}\p{L}* [\p{L} _'’]{1,60})>)/gu
