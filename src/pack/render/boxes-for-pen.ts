import type { Element, ElementContent, Parents, Root } from 'hast'
import { h } from 'hastscript'
import { visit } from 'unist-util-visit'
import { keyInAddress } from '../../contracts/field-address.ts'
import type { Field } from '../../model/field.ts'
import type { Presentation } from './presentation.ts'

/** Makes boxes to write on of the marked ones where nothing can be filled in on a screen, with lines in those for several. */
export function boxesForPen({ boxes }: Presentation, fields: ReadonlyMap<string, Field>) {
  return (tree: Root): void => {
    if (boxes !== 'pen') return
    visit(tree, 'element', (node, _index, parent) => {
      if (endsWords(node, parent)) node.children.push({ type: 'text', value: ' ' })
      const { href, ariaLabel: _, ...properties } = node.properties
      const key = typeof href === 'string' ? keyInAddress(href) : undefined
      if (key === undefined) return
      node.tagName = 'span'
      node.properties = properties
      node.children = writingLines(fields.get(key))
    })
  }
}

/** Between the words of questions and options is no field that would keep them apart for who is read to. */
function endsWords({ tagName, properties }: Element, parent: Parents | undefined): boolean {
  const isOfOption =
    parent?.type === 'element' && String(parent.properties.className).includes('option')
  return tagName === 'span'
    ? isOfOption
    : /\b(?:label|hint|other)\b/.test(String(properties.className))
}

function writingLines(field: Field | undefined): ElementContent[] {
  return field?.type === 'multiline'
    ? Array.from({ length: field.lines }, () => h('span.writing-line'))
    : []
}
