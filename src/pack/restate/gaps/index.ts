import {
  HIDDEN,
  hidden,
  withoutCode,
  withoutComments,
  withoutSigns,
} from '../../../convert/markdown/mask.ts'
import { isEnglish } from './english.ts'
import type { Candidate, Gap } from './gap.ts'
import { OWN, settled } from './settle.ts'
import type { Style } from './style.ts'
import { styles } from './styles/index.ts'
import type { Setting } from './surroundings.ts'
import { isNamed, isNote, judge, type Verdict } from './words.ts'

const AROUND = 80
/** What follows the text of a link. */
const LINK =
  /^(?:\((?:\s*insert\s[^()]+|<[^<>\n]*>|(?:[^\s()]|\{\{[^{}\n]+\}\}|\[[^[\]\n]+\]|\([^()\n]*\))*)(?:\s+(?:"[^"\n]*"|'[^'\n]*'))?\))/i

/** Finds what people leave to be filled in, in a source in Markdown, beside the placeholders of policypack's own kind. */
export function gapsIn(source: string, { isForm }: { readonly isForm: boolean }): Gap[] {
  const text = withoutSigns(source)
  const visible = withoutCode(source)
  const defined = definedIn(source)
  const found = styles
    .filter(({ isBlank }) => !(isBlank && isForm))
    .flatMap((style) =>
      Array.from(text.matchAll(style.pattern)).flatMap(
        (match) => gapAt(match, style, source, visible, defined, isForm) ?? [],
      ),
    )
  const all = [...found, ...inCode(source, visible, isForm)]
  return apart(settled(all, visible, isEnglish(source)), source).toSorted((a, b) => a.from - b.from)
}

/** Of those that overlap, the one that is first in the list. */
function apart(gaps: readonly Gap[], { length }: string): Gap[] {
  // A mark for each character, so that many gaps take no longer each than one.
  const isTaken = new Uint8Array(length)
  return gaps.filter(({ from, to }) => {
    if (isTaken.subarray(from, to).includes(1)) return false
    isTaken.fill(1, from, to)
    return true
  })
}

function gapAt(
  match: RegExpExecArray,
  { judge: verdictOf, isNote: isNoteHere }: Style,
  source: string,
  visible: string,
  defined: ReadonlySet<string>,
  isForm: boolean,
): Candidate | undefined {
  const from = match.index
  const [raw] = match
  const to = from + raw.length
  const words = match.groups?.words ?? ''
  const setting = settingOf(visible, from, to)
  const { before, after, isQuoted } = setting
  const isBracket = /^\\?\[/.test(raw)
  // `[\[website\]]{.underline}`, `[[phone]](tel:0)`: what is around the inner ones is a converter's.
  const isInner = /^\[\\?\[/.test(raw)
  const [braces = ''] = (isBracket && /^\{[^{}\n]*\}/.exec(source.slice(to, to + 80))) || []
  const isMarked = /^\{\.(?:mark|highlight)\}/.test(braces)
  if ((OWN.test(raw) && !isMarked) || isPartOfPath(raw, setting)) return undefined
  if (isForm && isBracket && /^[\s_.…]*$/.test(words)) return undefined
  const common = {
    words,
    before,
    after,
    isQuoted,
    isInAddress: isInAddress(setting),
    isInCode: false,
    isNote: isNoteHere ?? isNote(words),
  }
  if (isBracket && !(isInner && /^[{(]/.test(after))) {
    // Of a converter: `[words]{.underline}`
    if (isMarked)
      return { from, to: to + braces.length, raw: raw + braces, verdict: 'sure', ...common }
    if (
      /^\{\.(?:ul|underline)\}/.test(braces) &&
      isNamed(words) &&
      judge(words, setting) === 'sure'
    )
      return { from, to: to + braces.length, raw: raw + braces, verdict: 'sure', ...common }
    if (/^\{[ \t]*(?:[#.]|\w+=)/.test(braces)) return undefined
    if (defined.has(label(words))) return undefined
    const [, reference = ''] = /^\[([^\]\n]*)\]/.exec(after) ?? []
    if (/^\[/.test(after) && (reference === '' || defined.has(label(reference)))) return undefined
    if (!raw.startsWith('\\') && LINK.test(source.slice(to, to + 500))) {
      const isSure =
        NAMED_IN_LINK.test(words.replaceAll('_', ' ').trim()) && judge(words, setting) === 'sure'
      return isSure
        ? { from: from + 1, to: to - 1, raw: words, verdict: 'sure', ...common }
        : undefined
    }
  }
  const verdict = verdictOf(words, { ...setting, isForm }, raw)
  return verdict || isBracket ? { from, to, raw, verdict, ...common } : undefined
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
  const line = startOfLine(text, from)
  const end = endOfLine(text, to)
  return {
    before: text.slice(Math.max(line, from - AROUND), from).replaceAll('\n', ' '),
    after: text.slice(to, Math.min(end, to + AROUND)).replaceAll('\n', ' '),
    // What is all of a quotation is no addition of an editor.
    isQuoted: isQuoted(text, from) && !/^["“‘'][\s\S]*["”’']$/.test(text.slice(from - 1, to + 1)),
  }
}

/** A line that goes on in the next one. */
const WRAPPED = /^[^|]{50,}[^\s.:;!?|\])]$/
const CONTINUED = /^(?![ \t]*(?:[#>|•+*-]|\d+[.)]|\([a-z\d]{1,3}\)))[ \t]*\S/

/** Where a line begins, or the one before it that goes on in it. */
function startOfLine(text: string, at: number): number {
  const start = text.lastIndexOf('\n', at - 1) + 1
  const previous = text.slice(text.lastIndexOf('\n', start - 2) + 1, Math.max(0, start - 1))
  const isWrapped =
    start > 0 && WRAPPED.test(previous.slice(-60)) && CONTINUED.test(text.slice(start, start + 80))
  return isWrapped ? start - 1 - previous.length : start
}

function endOfLine(text: string, at: number): number {
  const end = text.indexOf('\n', at)
  if (end < 0) return text.length
  const line = text.slice(text.lastIndexOf('\n', at - 1) + 1, end)
  if (!WRAPPED.test(line.slice(-60)) || !CONTINUED.test(text.slice(end + 1, end + 81))) return end
  const next = text.indexOf('\n', end + 1)
  return next < 0 ? text.length : next
}

/** Inside quotation marks of the paragraph, or in a quotation of its own. */
function isQuoted(text: string, index: number): boolean {
  const near = text.slice(Math.max(0, index - 1500), index)
  const paragraph = near.split(/\n[ \t]*\n/).at(-1) ?? ''
  const before = paragraph.replace(/„[^„“]*“/g, '')
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

/** `https://example.org/{lang}/page`: what programs put into addresses. */
function isPartOfPath(raw: string, { before, after }: Setting): boolean {
  // `<surname>_<date>.pdf`
  if (
    /^[<{]/.test(raw) &&
    (/^(?:[_-][<{]|\.(?:pdf|docx?|xlsx?|csv|txt|md|zip|jpe?g|png)\b)/.test(after) ||
      /[>}][_-]$/.test(before))
  )
    return true
  return /^\{\p{Ll}+\}$/u.test(raw) && /\/\/[^\s/]+\/(?:\S*\/)?$/.test(before) && /^\//.test(after)
}

/** What is for programs, of which the language is named. */
const PROGRAM =
  /^[ \t]*(`{3,}|~{3,})[ \t]*(?!(?:te?xt|plain\w*|md|markdown|e?mail|html)\b)[a-z][^\n]*\n[\s\S]*?^[ \t]*\1/gim

/** In code nothing is filled in; what is surely a gap there is told. */
function inCode(source: string, visible: string, isForm: boolean): Candidate[] {
  return [...withoutComments(source).replace(PROGRAM, hidden).matchAll(IN_CODE)].flatMap(
    (match) => {
      const { index: from, groups = {} } = match
      const to = from + match[0].length
      const words = groups.square ?? groups.angle ?? ''
      const isBlank = groups.blank !== undefined
      if (isBlank && !isForm) return []
      const setting = settingOf(source, from, to)
      if (/^insert\s/i.test(words) || visible[from] !== HIDDEN) return []
      const { before, after } = setting
      const verdict = isBlank || TOLD_IN_CODE.test(words) ? 'doubtful' : judgeInCode(words, setting)
      if (!verdict) return []
      return {
        from,
        to,
        raw: match[0],
        words,
        verdict,
        isInAddress: false,
        isInCode: true,
        isNote: false,
        isQuoted: false,
        before,
        after,
      }
    },
  )
}

/** All of a piece of code, such as `[PROJECT_NAME]`, and so more so where it is all of a value. */
function judgeInCode(words: string, { before, after }: Setting): Verdict {
  if (!/(?<!`)`$/.test(before) || !/^`(?!`)/.test(after)) return undefined
  const verdict = judge(words.replaceAll('_', ' '), { before: '', after: '', isQuoted: false })
  if (verdict !== 'sure' && verdict !== 'likely') return undefined
  return /[:|][*_]{0,3} `$/.test(before) ? 'doubtful' : 'inTemplate'
}

/** What is certainly no name of a program. */
const TOLD_IN_CODE =
  /\b(?:company|organi[sz]ation|employer|business|charity|your|enter|name of|surname|forename|YYYY)\b/i
const IN_CODE =
  /(?<![\p{L}\p{N}\])])(?:\[(?<square>\p{L}[\p{L}'’/-]*(?: [\p{L}'’/-]+){1,6}|\p{Lu}[\p{L}_]+(?: [/+&] [\p{L}_]+)*(?:\/[\p{Lu}_]+(?: \+ \p{Lu}+)?)?)\](?![([])|<(?<angle>\p{Lu}[\p{L} _'’]{2,60})>|(?<blank>(?<=\p{L}:?[ ])_{3,}|(?<=^|`)\[ \](?= \p{L})))/gmu
