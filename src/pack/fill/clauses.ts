import type { RootContent } from 'mdast'
import type { Clause } from '../../model/document.ts'
import type { Draft } from './draft.ts'

/** Makes a clause of each paragraph under a numbered heading, with the lists that follow it. */
export function wrapClauses({ tree, meta }: Draft): void {
  if (!meta.numbered) return
  const children: RootContent[] = []
  let heading: string | undefined
  let count = 0
  for (const node of tree.children) {
    const last = children.at(-1)
    if (node.type === 'heading' && node.depth === 2) {
      heading = node.data?.number
      count = 0
    }
    if (node.type === 'paragraph' && heading) {
      const number = `${heading}.${++count}`
      const id = `clause-${number.replace('.', '-')}`
      const clause: Clause = { type: 'clause', number, id, children: [node] }
      children.push({ ...clause, ...(node.position && { position: node.position }) })
    } else if (node.type === 'list' && last?.type === 'clause') {
      last.children.push(node)
    } else {
      children.push(node)
    }
  }
  tree.children = children
}
