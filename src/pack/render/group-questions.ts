import type { Element, Parents, Root, RootContent } from 'hast'
import { h } from 'hastscript'
import { visit } from 'unist-util-visit'

/** Puts questions that follow one another into one group, so that narrow ones can share a line. */
export function groupQuestions() {
  return (tree: Root): void => {
    const parents: Parents[] = []
    visit(tree, (node) => {
      if (node.type === 'root' || node.type === 'element') parents.push(node)
    })
    for (const parent of parents) parent.children = grouped(parent.children)
  }
}

function grouped<Child extends RootContent>(children: Child[]): (Child | Element)[] {
  const result: (Child | Element)[] = []
  let group: Element | undefined
  for (const child of children) {
    if (isQuestion(child)) {
      if (!group) {
        group = h('div.questions')
        result.push(group)
      }
      group.children.push(child)
    } else if (!(group && isSpace(child))) {
      group = undefined
      result.push(child)
    }
  }
  return result
}

function isQuestion(node: RootContent): node is Element {
  return node.type === 'element' && node.properties.dataPlace === 'question'
}

function isSpace(node: RootContent): boolean {
  return node.type === 'text' && node.value.trim() === ''
}
