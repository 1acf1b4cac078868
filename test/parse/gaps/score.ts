import { globSync, readFileSync } from 'node:fs'
import type { Root } from 'mdast'
import { visit } from 'unist-util-visit'
import { VFile } from 'vfile'
import type { Placeholder } from '../../../src/model/document.ts'
import { parse } from '../../../src/pack/parse/index.ts'

/** The collections of texts with gaps that are marked, and those of ordinary texts without any. */
export const templates = named('templates*.md')
export const prose = named('prose*/**/*.md', 'prose*.md')

function named(...patterns: string[]): string[] {
  return globSync(patterns, { cwd: import.meta.dirname })
    .map((path) => path.replace(/\.md$/, '').replaceAll('\\', '/'))
    .toSorted()
}

/** The text of a collection. */
export function read(name: string): string {
  return readFileSync(new URL(`${name}.md`, import.meta.url), 'utf8')
}

/** How many of the gaps that `⟦` and `⟧` mark in a text are told, and what is told beside them. */
export interface Score {
  readonly lines: number
  readonly places: number
  readonly found: number
  readonly missed: readonly string[]
  readonly falselyFound: readonly string[]
  /** What is told of gaps that are not placeholders of the project's own kind. */
  readonly gaps: readonly string[]
}

interface Range {
  readonly from: number
  readonly to: number
}

const FRONT = '---\nid: a\nkind: policy\ntitle: A\nversion: 1.0.0\n---\n\n'
const NOTE = /looks like a note to the author$/
const TOLD = /^(?:placeholder-|gap-found)/

/** What parts the documents of a collection. */
const NEXT = /^<!-- next -->\r?\n/m

/** Reads each document of a collection and compares what is told of it with the marks in it. */
export function scoreOf(collection: string): Score {
  const scores = collection.split(NEXT).map(scoreOfOne)
  const sumOf = (key: 'lines' | 'places' | 'found') =>
    scores.reduce((sum, score) => sum + score[key], 0)
  return {
    lines: sumOf('lines'),
    places: sumOf('places'),
    found: sumOf('found'),
    missed: scores.flatMap(({ missed }) => missed),
    falselyFound: scores.flatMap(({ falselyFound }) => falselyFound),
    gaps: scores.flatMap(({ gaps }) => gaps),
  }
}

function scoreOfOne(marked: string): Score {
  const marks: { from: number; to: number; line: string }[] = []
  let text = FRONT
  for (const [index, part] of marked.split(/[⟦⟧]/).entries()) {
    if (index % 2 === 1)
      marks.push({ from: text.length, to: text.length + part.length, line: part })
    text += part
  }
  const file = new VFile({ path: 'a.md', value: text })
  const document = parse({ file })
  const messages = file.messages.filter(({ ruleId }) => TOLD.test(ruleId ?? ''))
  const places = [
    ...messages.flatMap(
      ({ place }) => (place && 'start' in place ? place.start : place)?.offset ?? [],
    ),
    ...placeholdersIn(document?.tree).flatMap(({ position }) => position?.start.offset ?? []),
  ]
  const told: Range[] = [
    ...[...new Set(places)].map((at) => ({ from: at, to: at })),
    ...addressesIn(document?.tree),
  ]
  // One message tells of all sentences of a note.
  const notes = messages.flatMap(({ reason, place }) =>
    NOTE.test(reason) && place && 'start' in place
      ? { from: place.start.offset ?? 0, to: place.end.offset ?? 0 }
      : [],
  )
  const lineOf = (offset: number) =>
    text.slice(text.lastIndexOf('\n', offset - 1) + 1, `${text}\n`.indexOf('\n', offset))
  const isAt = (at: Range, { from, to }: Range) => at.to >= from - 1 && at.from < to
  return {
    lines: marked.split('\n').filter((line) => line.trim() !== '').length,
    places: marks.length,
    found: marks.filter((mark) => [...told, ...notes].some((at) => isAt(at, mark))).length,
    missed: marks
      .filter((mark) => ![...told, ...notes].some((at) => isAt(at, mark)))
      .map(({ line, from }) => `${line} in ${lineOf(from)}`),
    gaps: file.messages
      .filter(({ ruleId }) => ruleId === 'gap-found' || ruleId === 'placeholder-read')
      .map(({ reason }) => reason),
    falselyFound: told
      .filter((at) => !marks.some((mark) => isAt(at, mark)))
      .map(({ from }) => `${text.slice(from, from + 20)} in ${lineOf(from)}`),
  }
}

/** What is told falsely in several ordinary texts, each read as a document. */
export function scoreOfAll(names: readonly string[]): Pick<Score, 'lines' | 'falselyFound'> {
  const scores = names.map((name) => scoreOf(read(name)))
  return {
    lines: scores.reduce((sum, { lines }) => sum + lines, 0),
    falselyFound: scores.flatMap(({ falselyFound }) => falselyFound),
  }
}

function placeholdersIn(tree: Root | undefined): Placeholder[] {
  const found: Placeholder[] = []
  if (tree) visit(tree, 'placeholder', (node) => void found.push(node))
  return found
}

/** Links with a placeholder in their address, which has no place of its own. */
function addressesIn(tree: Root | undefined): Range[] {
  const found: Range[] = []
  if (tree)
    visit(tree, 'link', ({ url, position }) => {
      const from = position?.start.offset
      const to = position?.end.offset
      if (/[([]insert\s|\{\{/i.test(url) && from !== undefined && to !== undefined)
        found.push({ from, to })
    })
  return found
}
