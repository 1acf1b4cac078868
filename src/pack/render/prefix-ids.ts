import type { Root } from 'hast'
import { visit } from 'unist-util-visit'
import type { Presentation } from './presentation.ts'

/** Properties that hold ids. */
const idProperties = ['id', 'ariaLabelledBy', 'ariaDescribedBy']

/** Puts the prefix of a document before all of its ids. */
export function prefixIds({ idPrefix }: Presentation) {
  return (tree: Root): void => {
    if (idPrefix === '') return
    visit(tree, 'element', ({ properties }) => {
      for (const name of idProperties) {
        const ids = properties[name]
        if (Array.isArray(ids)) properties[name] = ids.map((id) => `${idPrefix}${id}`)
        else if (typeof ids === 'string') properties[name] = `${idPrefix}${ids}`
      }
    })
  }
}
