import type { VFile } from 'vfile'
import { report } from '../../messages/message.ts'

/** What a document may have at most. People write far less; with more, the work would grow without end. */
const MAX = {
  lines: 10_000,
  columns: 10_000,
  block: 50_000,
  marks: 20,
  indentation: 100,
  brackets: 50,
  inBrackets: 5000,
  directives: 20,
} as const

/** The marks of quotations and lists that a line begins with, each of which leads one level deeper. */
const MARKS = /^(?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t])))+/

/** A line of nothing but such marks is drawn across the page. */
const BREAK = /^[ \t]*([-*])(?:[ \t]*\1)*[ \t]*$/

/** Counted from 1; the sentence begins with `Unexpected`. */
interface Excess {
  readonly line: number
  readonly column: number
  readonly reason: string
}

/** True when a text is within bounds; the first place where it is not becomes a message on its file. */
export function isBounded(body: string, file: VFile): boolean {
  const excess = excessIn(body)
  if (!excess) return true
  const { reason, ...point } = excess
  report(file, 'content-bounds', `Unexpected ${reason}`, point)
  return false
}

/** What adds up over the lines of a document, or of a block of lines without an empty one between them. */
interface Tally {
  directives: number
  block: number
  brackets: number
  deepest: number
  /** Characters since the first bracket that is still open. */
  inBrackets: number
}

function excessIn(body: string): Excess | undefined {
  const tally: Tally = {
    directives: 0,
    block: 0,
    brackets: 0,
    deepest: 0,
    inBrackets: 0,
  }
  for (const [index, text] of body.split(/\r\n|\r|\n/).entries()) {
    count(text, tally)
    const line = index + 1
    const found = tests.find(({ at }) => at(text, tally, line) !== undefined)
    if (found) return { line, column: (found.at(text, tally, line) ?? 0) + 1, reason: found.reason }
  }
  return undefined
}

function count(text: string, tally: Tally): void {
  if (text.trim() === '') Object.assign(tally, { block: 0, brackets: 0, deepest: 0, inBrackets: 0 })
  tally.block += text.length
  for (const sign of text.matchAll(/\\.|[[\]]/g)) {
    tally.brackets = Math.max(0, tally.brackets + (brackets[sign[0]] ?? 0))
    tally.deepest = Math.max(tally.deepest, tally.brackets)
  }
  tally.inBrackets = tally.brackets > 0 ? tally.inBrackets + text.length : 0
  const [, name] = /^[ \t]*:{3,}([a-z]*)/i.exec(text) ?? []
  if (name === undefined) return
  tally.directives = Math.max(0, tally.directives + (name === '' ? -1 : 1))
}

const brackets: Readonly<Record<string, number>> = { '[': 1, ']': -1 }

interface Test {
  readonly reason: string
  /** The place in the line at which there is too much; undefined where there is not. */
  readonly at: (text: string, tally: Tally, line: number) => number | undefined
}

const tests: readonly Test[] = [
  {
    reason: `line of more than ${MAX.columns} characters, expected a shorter one; begin new lines and paragraphs`,
    at: (text) => (text.length > MAX.columns ? MAX.columns : undefined),
  },
  {
    reason: `document of more than ${MAX.lines} lines, expected a shorter one; make several documents of it`,
    at: (_, _tally, line) => (line > MAX.lines ? 0 : undefined),
  },
  {
    reason: `quotation or list of more than ${MAX.marks} levels, expected fewer; take some of the marks away`,
    at: (text) => {
      if (BREAK.test(text)) return undefined
      const [marks = ''] = MARKS.exec(text) ?? []
      return marks.split(/[>*+.)-]/).length - 1 > MAX.marks ? 0 : undefined
    },
  },
  {
    reason: `indentation of more than ${MAX.indentation} characters, expected less; take spaces away`,
    at: (text) => (text.trim() !== '' && text.search(/\S/) > MAX.indentation ? 0 : undefined),
  },
  {
    reason: `paragraph or table of more than ${MAX.block} characters, expected a shorter one; put empty lines into it`,
    at: (_, { block }) => (block > MAX.block ? 0 : undefined),
  },
  {
    reason: `brackets of more than ${MAX.brackets} levels, expected fewer; close them, or write \`\\[\``,
    at: (_, { deepest }) => (deepest > MAX.brackets ? 0 : undefined),
  },
  {
    reason: `bracket with more than ${MAX.inBrackets} characters after it, expected another that closes it; add it, or write \`\\[\``,
    at: (_, { inBrackets }) => (inBrackets > MAX.inBrackets ? 0 : undefined),
  },
  {
    reason: `blocks \`:::\` of more than ${MAX.directives} levels, expected fewer; close each with a line \`:::\``,
    at: (_, { directives }) => (directives > MAX.directives ? 0 : undefined),
  },
]
