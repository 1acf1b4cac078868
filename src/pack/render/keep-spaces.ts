import type { Element, Parents, Root, RootContent, Text } from 'hast'
import { SKIP, visit } from 'unist-util-visit'
import type { Presentation } from './presentation.ts'

/** Elements at whose edges a line ends anyway. */
const blocks = new Set(
  'blockquote br caption div h2 h3 h4 h5 h6 hr li ol p pre section table tbody td th thead tr ul'.split(
    ' ',
  ),
)

/**
 * Makes texts for paper ready for `white-space: pre-wrap`. With it Chromium writes the space at the end of a line into
 * the PDF; without it the words around a line end run together for somebody who listens or copies.
 */
export function keepSpaces({ medium }: Presentation) {
  return (tree: Root): void => {
    if (medium === 'screen') return
    visit(tree, (node, index, parent) => {
      if (node.type === 'element' && node.tagName === 'pre') {
        endLines(node)
        return SKIP
      }
      if (node.type === 'element' && node.tagName === 'br' && parent && index !== undefined) {
        // Or the words around the line end would run together.
        parent.children.splice(index, 0, { type: 'text', value: ' ' })
        return index + 2
      }
      if (node.type !== 'text' || !parent || index === undefined) return
      if (node.value.trim() === '' && isAtBlock(parent, index)) {
        parent.children.splice(index, 1)
        return index
      }
      node.value = node.value.replace(/\s*\n\s*/g, ' ')
      moveIntoNumber(node, parent.children[index - 1])
    })
  }
}

/** A line of code ends with a space, as other lines do: what is no text, such as the end itself, is not in the PDF. */
function endLines(code: Element): void {
  visit(code, 'text', (text) => {
    text.value = text.value.replace(/\n(?!$)/g, ' \n')
  })
}

function isAtBlock({ children }: Parents, index: number): boolean {
  return [children[index - 1], children[index + 1]].some(
    (beside) => beside?.type === 'element' && blocks.has(beside.tagName),
  )
}

/** The number of a clause floats beside its text, where a space would indent the first line. */
function moveIntoNumber(text: Text, before: RootContent | undefined): void {
  if (before?.type !== 'element' || !isClauseNumber(before.properties.className)) return
  if (!text.value.startsWith(' ')) return
  text.value = text.value.slice(1)
  before.children.push({ type: 'text', value: ' ' })
}

function isClauseNumber(className: unknown): boolean {
  return Array.isArray(className) && className.includes('clause-number')
}
