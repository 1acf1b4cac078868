import type { Element, ElementContent, Root } from 'hast'
import { h } from 'hastscript'
import { visit } from 'unist-util-visit'
import type { Presentation } from './presentation.ts'

/** Columns of a line of questions, and how many a question takes by its class. */
const COLUMNS = 6
const spans = { half: 3, third: 2 } as const

/**
 * Puts narrow questions that stand on one line into one element. On paper, so that pages break between lines: a browser does not
 * weigh where else it could break when all lines are of one grid.
 */
export function setBeside({ medium }: Presentation) {
  return (tree: Root): void => {
    if (medium !== 'print') return
    visit(tree, 'element', (node) => {
      if (hasClass(node, 'questions')) node.children = inLines(node.children)
    })
  }
}

function inLines(questions: readonly ElementContent[]): ElementContent[] {
  const lines: ElementContent[] = []
  let line: Element | undefined
  let free = 0
  for (const question of questions) {
    const span = spanOf(question)
    if (span === COLUMNS) {
      line = undefined
      lines.push(question)
      continue
    }
    if (!line || span > free) {
      line = h('div.abreast')
      lines.push(line)
      free = COLUMNS
    }
    line.children.push(question)
    free -= span
  }
  return lines
}

function spanOf(question: ElementContent): number {
  const [, span = COLUMNS] =
    Object.entries(spans).find(([width]) => hasClass(question, width)) ?? []
  return span
}

function hasClass(node: ElementContent, name: string): boolean {
  if (node.type !== 'element') return false
  const { className } = node.properties
  return Array.isArray(className) && className.includes(name)
}
