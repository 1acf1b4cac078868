import type { Element, ElementContent, Root } from 'hast'
import { SKIP, visit } from 'unist-util-visit'
import type { Field } from '../../model/field.ts'
import { fieldMarkup } from './fields/index.ts'
import type { FormContext, Medium } from './fields/view.ts'

/** What is needed to draw the fields of a form. */
export interface PlaceFieldsOptions {
  readonly medium: Medium
  readonly context: Omit<FormContext, 'place'>
}

/**
 * Puts the fields of a form where their marks are. The date beside a signature comes with the signature.
 */
export function placeFields({ medium, context }: PlaceFieldsOptions) {
  const besideSignatures = new Set(
    [...context.fields.values()].map((field) => field.type === 'signature' && field.date),
  )

  return (tree: Root): void => {
    visit(tree, 'element', (node, index, parent) => {
      const field = fieldOf(node)
      if (!field || !parent || index === undefined) return
      parent.children.splice(index, 1, ...drawn(field, placeOf(node)))
      return [SKIP, index]
    })
  }

  function fieldOf(node: Element): Field | undefined {
    const name = node.properties.dataField
    return node.tagName === 'slot' && typeof name === 'string'
      ? context.fields.get(name)
      : undefined
  }

  function drawn(field: Field, place: FormContext['place']): ElementContent[] {
    return besideSignatures.has(field.name) ? [] : fieldMarkup(field, medium, { ...context, place })
  }
}

function placeOf(node: Element): FormContext['place'] {
  return node.properties.dataPlace === 'question' ? 'question' : 'sentence'
}
