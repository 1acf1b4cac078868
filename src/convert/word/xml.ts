import type { Element, Root } from 'xast'
import { fromXml } from 'xast-util-from-xml'
import { Unreadable } from '../unreadable.ts'

/** Word nests tables in cells and text boxes in paragraphs, and never as deep as this. */
const DEEPEST = 200

/** The root element of a part. Throws {@link Unreadable} for what is no XML, or nested more deeply than any document. */
export function parseXml(text: string): Element {
  if (depthOf(text) > DEEPEST) throw new Unreadable('it is nested more deeply than any document')
  const root = rootOf(text).children.find((child) => child.type === 'element')
  if (!root) throw new Unreadable('a part of it is empty')
  return root
}

function rootOf(text: string): Root {
  try {
    return fromXml(text)
  } catch (cause) {
    throw new Unreadable('a part of it is no XML that can be read', { cause })
  }
}

function depthOf(text: string): number {
  let depth = 0
  let deepest = 0
  for (const [, end, , empty] of text.matchAll(/<(\/?)([\w:.-]+)[^<>]*?(\/?)>/g)) {
    depth += end ? -1 : empty ? 0 : 1
    deepest = Math.max(deepest, depth)
  }
  return deepest
}

/** The name of an element without its prefix, which each program chooses as it likes. */
export function nameOf({ name }: Element): string {
  return name.slice(name.indexOf(':') + 1)
}

export function elementsOf({ children }: { readonly children: readonly unknown[] }): Element[] {
  return (children as Element[]).filter(({ type }) => type === 'element')
}

export function childOf(element: Element | undefined, name: string): Element | undefined {
  return element && elementsOf(element).find((child) => nameOf(child) === name)
}

/** An element by the names that lead to it. */
export function at(element: Element | undefined, ...names: readonly string[]): Element | undefined {
  return names.reduce(childOf, element)
}

/** An attribute by its name without prefix. */
export function attribute(element: Element | undefined, name: string): string | undefined {
  const found = Object.entries(element?.attributes ?? {}).find(
    ([key]) => key === name || key.endsWith(`:${name}`),
  )
  return found?.[1] ?? undefined
}

/** The value of a child such as `<w:jc w:val="center"/>`. */
export function valueIn(element: Element | undefined, name: string): string | undefined {
  return attribute(childOf(element, name), 'val')
}

/** Whether a property such as `<w:b/>` is there and on; undefined where it is not there. */
export function isOn(element: Element | undefined, name: string): boolean | undefined {
  const property = childOf(element, name)
  if (!property) return undefined
  return !['0', 'false', 'off', 'none'].includes(attribute(property, 'val') ?? '1')
}

/** All elements of a name inside, in their order. */
export function* within(element: Element, name: string): Generator<Element> {
  for (const child of elementsOf(element)) {
    if (nameOf(child) === name) yield child
    yield* within(child, name)
  }
}

export function textIn(element: Element): string {
  return element.children
    .map((child) =>
      child.type === 'element'
        ? textIn(child)
        : child.type === 'text' || child.type === 'cdata'
          ? child.value
          : '',
    )
    .join('')
}
