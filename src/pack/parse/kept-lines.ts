import type { Paragraph, PhrasingContent, Root, Text } from 'mdast'
import type { Plugin } from 'unified'
import { SKIP, visit } from 'unist-util-visit'

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
      const parts = partsOf(text, isKept)
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

function partsOf(text: Text, isKept: (line: number) => boolean): PhrasingContent[] {
  const { start } = text.position ?? {}
  if (!start) return [text]
  const parts: PhrasingContent[] = []
  let value = ''
  text.value.split('\n').forEach((line, index) => {
    if (index === 0) value = line
    else if (isKept(start.line + index - 1)) {
      parts.push({ ...text, value: value.trimEnd() }, { type: 'break' })
      value = line.trimStart()
    } else value += `\n${line}`
  })
  return [...parts, { ...text, value }]
}
