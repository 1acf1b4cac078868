import type { PhrasingContent } from 'mdast'
import type { Directives } from 'mdast-util-directive'
import { toString as textOf } from 'mdast-util-to-string'
import type { Node, Position } from 'unist'
import type { VFile } from 'vfile'

export interface ReadDirective {
  /** The forms that it can have: `:name`, `::name` or `:::name`. */
  readonly forms: readonly Directives['type'][]
  /** Gives the nodes that stand for it. Faults are messages on the file. */
  readonly read: (directive: Directives, file: VFile) => Node[]
}

/** How the forms of directives begin. */
export const colons = {
  textDirective: ':',
  leafDirective: '::',
  containerDirective: ':::',
} as const satisfies Record<Directives['type'], string>

/** The text in square brackets. */
export function labelOf(directive: Directives): string {
  return textOf(labelNodes(directive)).replace(/\s+/g, ' ').trim()
}

/** The attributes but for the name, which {@link nameOf} gives. */
export function attributesOf(directive: Directives): Map<string, string> {
  return new Map(
    Object.entries(directive.attributes ?? {})
      .filter(([key]) => key !== 'id' && key !== 'class')
      .map(([key, value]) => [key, value ?? '']),
  )
}

/** The dotted name after `#`. Markdown takes `#mentee.name` for the id `mentee` and the class `name`. */
export function nameOf(directive: Directives): string {
  const { id, class: classes } = directive.attributes ?? {}
  if (!id) return ''
  return classes ? [id, ...classes.split(' ')].join('.') : id
}

/** Where an attribute stands; where the directive stands, if that is not known. */
export function placeOf(directive: Directives, attribute: string): Position | undefined {
  return directive.data?.position?.attributes?.[attribute] ?? directive.position
}

function labelNodes(directive: Directives): PhrasingContent[] {
  if (directive.type !== 'containerDirective') return directive.children
  const [first] = directive.children
  return first?.type === 'paragraph' && isLabel(first.data) ? first.children : []
}

/** True for the data of the paragraph that holds the label of a container. */
export function isLabel(data: object | undefined): boolean {
  return data !== undefined && 'directiveLabel' in data
}
