import { HIDDEN, hidden, withoutComments } from '../../../convert/markdown/mask.ts'
import type { Candidate } from './gap.ts'
import { settingOf } from './setting-of.ts'
import { isThing } from './styles/values.ts'
import type { Setting } from './surroundings.ts'
import { judge, type Verdict } from './words.ts'

/** A block of code of which no language of programs is named. */
const DOCUMENT =
  /^(?<open>[ \t]*(?<fence>`{3,}|~{3,})[ \t]*(?<language>te?xt|plain\w*|md|markdown|e?mail)?[ \t]*)\n(?<body>[\s\S]*?)^[ \t]*\k<fence>[ \t]*$/gim
/** What no document has: drawings, and what is typed into a terminal or written for a program. */
const PROGRAM_LINE = /[│├└┌─]|^[ \t]*(?:[$>%#!] |\/\/|<\/?\w+>)|(?<![{}])[{};=]\s*$|=>/m
/** What is certainly no name of a program. */
const NAMED =
  /\b(?:company|organi[sz]ation|employer|business|charity|your|enter \p{L}+|name of|surname|forename|YYYY)\b/iu

/** `YYYY-MM-DD`, `X days` */
const DUMMY = /^(?:[DMYHX]{1,4}(?:[ /.:-][DMYHX]{1,4})*|X{1,3} [\p{Ll}/]+)$/u

/** A source in which the blocks that hold a document are no code, and what tells of a gap that it stands in one. */
interface Documents {
  readonly opened: string
  readonly held: (gap: Candidate) => Candidate
}

/** Opens the blocks of code that hold a document, as templates are printed in a guide. */
export function documentsIn(source: string): Documents {
  const blocks: { from: number; to: number; isNamed: boolean }[] = []
  const opened = source.replace(DOCUMENT, (block: string, ...rest) => {
    const { open = '', language, body = '' } = rest.at(-1) as Partial<Record<string, string>>
    const from = rest.at(-3) as number
    if (language === undefined && PROGRAM_LINE.test(body)) return block
    blocks.push({ from, to: from + block.length, isNamed: language !== undefined })
    const end = block.slice(open.length + 1 + body.length)
    return `${hidden(open)}\n${body}${hidden(end)}`
  })
  const held = (gap: Candidate): Candidate => {
    const block = blocks.find(({ from, to }) => from <= gap.from && gap.from < to)
    if (!block) return gap
    const isCertain = block.isNamed || NAMED.test(gap.words) || !gap.verdict
    const uncertain = gap.verdict === 'sure' ? 'likely' : 'inTemplate'
    return { ...gap, isInCode: true, verdict: isCertain ? gap.verdict : uncertain }
  }
  return {
    opened,
    held,
  }
}

/** A gap in code, of which it is still to be judged whether it is one. */
function codeGap(raw: string, words: string, from: number, source: string): Candidate {
  const to = from + raw.length
  const { before, after } = settingOf(source, from, to)
  return {
    ...{ from, to, raw, words, before, after, verdict: undefined },
    ...{ isInAddress: false, isInCode: true, isNote: false, isBlank: false, isQuoted: false },
  }
}

/** What is for programs, of which the language is named. */
const PROGRAM =
  /^[ \t]*(`{3,}|~{3,})[ \t]*(?!(?:te?xt|plain\w*|md|markdown|e?mail|html)\b)[a-z][^\n]*\n[\s\S]*?^[ \t]*\1/gim
const IN_CODE =
  /(?<![\p{L}\p{N}\])])(?:\[(?<square>\p{L}[\p{L}'’/-]*(?: [\p{L}'’/-]+){1,6}|\p{Lu}\p{L}+)\](?![([])|<(?<angle>\p{Lu}[\p{L} _'’]{2,60})>|(?<blank>(?<=\p{L}:?[ ])_{3,}|(?<=^|`)\[ \](?= \p{L})))|(?<=(?<!`)`)(?:\[(?<square>[^[\]{}'`\n]{2,200}|\.\.\.)\])(?=[`,])|(?<=:[*_]{0,3} `)(?<plain>[^`\n]{2,40})(?=`[ \t]*$)/gmu

/** In code nothing is filled in; what is surely a gap there is told. */
export function inCode(source: string, visible: string, isForm: boolean): Candidate[] {
  return [...withoutComments(source).replace(PROGRAM, hidden).matchAll(IN_CODE)].flatMap(
    (match) => {
      const { index: from, groups = {} } = match
      const to = from + match[0].length
      const words = groups.square ?? groups.angle ?? groups.plain ?? ''
      const isBlank = groups.blank !== undefined
      const isPlain = groups.plain !== undefined
      if (isBlank && !isForm) return []
      const setting = settingOf(source, from, to)
      if (/^insert\s/i.test(words) || visible[from] !== HIDDEN) return []
      const verdict = isPlain
        ? isThing(words) || DUMMY.test(words)
          ? 'inTemplate'
          : undefined
        : isBlank || NAMED.test(words)
          ? 'doubtful'
          : judgeInCode(words, setting)
      if (!verdict) return []
      return { ...codeGap(match[0], words, from, source), verdict }
    },
  )
}

/** All of a piece of code, such as `[PROJECT_NAME]`, and so more so where it is all of a value. */
function judgeInCode(words: string, { before, after }: Setting): Verdict {
  if (!/(?<!`)`$/.test(before) || !/^[`,](?!`)/.test(after)) return undefined
  const alone = { before: '', after: '', isQuoted: false }
  const verdict = judge(words.replaceAll('_', ' '), alone)
  if (verdict !== 'sure' && verdict !== 'likely') return verdict && 'inTemplate'
  return /[:|][*_]{0,3} `$/.test(before) ? 'doubtful' : 'inTemplate'
}
