import { withoutCode, withoutSigns } from '../../../convert/markdown/mask.ts'
import { documentsIn, inCode } from './code.ts'
import { isEnglish } from './english.ts'
import type { Candidate, Gap } from './gap.ts'
import { settingOf } from './setting-of.ts'
import { OWN, settled } from './settle.ts'
import type { Style } from './style.ts'
import { styles } from './styles/index.ts'
import type { Setting } from './surroundings.ts'
import { isNamed, isNote, judge } from './words.ts'

/** What follows the text of a link. */
const LINK =
  /^(?:\((?:\s*insert\s[^()]+|<[^<>\n]*>|(?:[^\s()]|\{\{[^{}\n]+\}\}|\[[^[\]\n]+\]|\([^()\n]*\))*)(?:\s+(?:"[^"\n]*"|'[^'\n]*'))?\))/i

/** Finds what people leave to be filled in, in a source in Markdown, beside the placeholders of policypack's own kind. */
export function gapsIn(written: string, { isForm }: { readonly isForm: boolean }): Gap[] {
  const documents = documentsIn(isForm ? '' : written)
  const source = isForm ? written : documents.opened
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
    .map((gap) => documents.held(gap))
  const all = [...found, ...inCode(source, visible, isForm)]
  const gaps = apart(settled(all, visible, isEnglish(source)), source)
  return joined(
    gaps.toSorted((a, b) => a.from - b.from),
    source,
  )
}

/** Sentences of one note to the author, in a paragraph or in brackets around several, are told together. */
function joined(gaps: readonly Gap[], source: string): Gap[] {
  const blocks = bracketed(source)
  const all: Gap[] = []
  let note: Gap | undefined
  for (const gap of gaps) {
    const block = blocks.find(({ from, to }) => gap.from >= from && gap.to <= to)
    const isHalf = block?.from === gap.from && !gap.raw.endsWith(']')
    if (!isSentence(gap) && !isHalf) {
      all.push(gap)
      continue
    }
    const { from, to } = block ?? gap
    const isSame = note && (from <= note.to || (!block && NEAR.test(source.slice(note.to, from))))
    if (note && isSame) all.splice(all.indexOf(note), 1)
    const start = note && isSame ? note.from : from
    note = { ...gap, isNote: true, from: start, to, raw: source.slice(start, to) }
    all.push(note)
  }
  return all.toSorted((one, other) => one.from - other.from)
}

function isSentence({ isNote, raw }: Gap): boolean {
  return isNote && !/^\\?[[({<«]/.test(raw)
}

/** Less than two sentences of the same paragraph. */
const NEAR = /^(?![\s\S]*\n[ \t>]*(?:\n|[-*+•#]|\d+[.)]))[^|]{0,120}$/

/** Square brackets around more than a few sentences. */
function bracketed(source: string): { from: number; to: number }[] {
  return Array.from(
    source.matchAll(/(?<![\p{L}\]!])\[(?=\p{L}|[*_])(?:[^[\]]|\[[^[\]]*\]){100,4000}?\](?![[(])/gu),
    ({ index, 0: { length } }) => ({ from: index, to: index + length }),
  )
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
  { judge: verdictOf, isNote: isNoteHere, isBlank }: Style,
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
    isBlank: isBlank ?? false,
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
