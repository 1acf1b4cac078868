import type { Paragraph, PhrasingContent, Root, Text } from 'mdast'
import type { Plugin } from 'unified'
import { SKIP, visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import { slice } from './blanks/inline.ts'

/**
 * Keeps the lines of an address, of labels and the like, which somebody ended long before they were full. What was broken only for
 * its length, or after a sentence, goes on in the same line.
 */
export const keptLines: Plugin<[], Root> = () => (tree, file) => {
  const lines = String(file).split(/\r?\n/)
  visit(tree, 'paragraph', (paragraph: Paragraph) => {
    const { start, end } = paragraph.position ?? {}
    if (!start || !end || start.line === end.line) return
    const own = lines.slice(start.line - 1, end.line)
    const width = Math.max(...own.map(({ length }) => length))
    const isKept = (line: number) => endsEarly(lines[line - 1] ?? '', lines[line] ?? '', width)
    visit(paragraph, 'text', (text: Text, index, parent) => {
      if (!parent || index === undefined || !text.value.includes('\n')) return
      const parts = partsOf(text, isKept, file)
      parent.children.splice(index, 1, ...(parts as never[]))
      return [SKIP, index + parts.length]
    })
  })
}

/** How long a line may be that is no sentence. */
const SHORT = 60
/** What goes on in the next line, whatever its length. */
const OPEN = /(?:^|[\s(])(?:the|an?|of|to|in|on|at|by|for|with|from|and|or|is|are|as|our|your)$/i
const SENTENCE = /[.!?]["”’)*_]*$/
const BEGINNING = /^(?:[*_"“‘'([{<]*(?:\p{Lu}|\p{N})|\p{Extended_Pictographic}|§)/u
/** `Q: …`, `Step 2: …`, a sign: a line that begins something of its own even behind a sentence. */
const LABELLED = /^(?:[*_]*\p{Lu}[^.!?:\n]{0,30}:|\p{Extended_Pictographic}|[\p{No}§])/u

function endsEarly(line: string, next: string, width: number): boolean {
  const [former, latter] = [line.trim(), next.replace(/^[\s>]+/, '').trim()]
  if (former.length > SHORT || OPEN.test(former) || !BEGINNING.test(latter)) return false
  if (SENTENCE.test(former) && !LABELLED.test(latter)) return false
  const [word = ''] = latter.split(/\s/, 1)
  return former.length + 1 + word.length <= Math.max(width, FEWEST)
}

/** Nobody breaks lines at less. */
const FEWEST = 40

function partsOf(text: Text, isKept: (line: number) => boolean, file: VFile): PhrasingContent[] {
  const { start } = text.position ?? {}
  if (!start) return [text]
  const parts: PhrasingContent[] = []
  let from = 0
  let line = start.line
  for (const { index, 0: end } of text.value.matchAll(/[ \t]*\n[ \t]*/g)) {
    if (isKept(line++)) {
      parts.push(...slice([text], from, index, file), { type: 'break' })
      from = index + end.length
    }
  }
  return from === 0 ? [text] : [...parts, ...slice([text], from, text.value.length, file)]
}
