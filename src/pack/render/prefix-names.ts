import type { Root } from 'hast'
import { visit } from 'unist-util-visit'
import { withFieldPrefix } from '../../contracts/field-address.ts'
import type { Presentation } from './presentation.ts'

/** Properties that hold ids. */
const idProperties = ['id', 'ariaLabelledBy', 'ariaDescribedBy']

/** Puts the prefixes before all ids of a document and the names of its fields. */
export function prefixNames({ prefix }: Presentation) {
  return (tree: Root): void => {
    if (prefix.id === '') return
    visit(tree, 'element', ({ properties }) => {
      for (const name of idProperties) {
        const ids = properties[name]
        if (Array.isArray(ids)) properties[name] = ids.map((id) => `${prefix.id}${id}`)
        else if (typeof ids === 'string') properties[name] = `${prefix.id}${ids}`
      }
      const { href } = properties
      if (typeof href === 'string') properties.href = withFieldPrefix(href, prefix.field)
    })
  }
}
