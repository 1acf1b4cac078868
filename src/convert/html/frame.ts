import type { Element, Parents, Root } from 'hast'
import { visit } from 'unist-util-visit'
import { visitParents } from 'unist-util-visit-parents'
import type { Note } from '../converted.ts'

const ROLES = new Set(['navigation', 'contentinfo', 'banner', 'search', 'complementary'])
/** What sites and Word call the parts that stand on each page. */
const NAMES =
  /^(?:(?:site|page|global|top|main)[-_]?)?(?:footer|nav|navbar|navigation|menu|breadcrumbs?|sidebar|skip[-_]?links?|social|share|pagination|cookies?(?:[-_]\w+)*)$|^Mso(?:Header|Footer)$/i
/** What belongs to a part of the document has a foot of its own. */
const PARTS = new Set(['article', 'section', 'blockquote', 'td'])
const LONGEST = 80

/** Takes out what a web page has around its document, on each page of a site, and tells it. */
export function takeFrame(tree: Root, notes: Note[]): void {
  const around: { element: Element; above: Parents }[] = []
  const main = mainOf(tree)
  visitParents(tree, 'element', (element, parents) => {
    const above = parents.at(-1)!
    if (element === main) return 'skip'
    const isPart = parents.some((one) => one.type === 'element' && PARTS.has(one.tagName))
    const isOutside = main !== undefined && above.type === 'element' && above.tagName === 'body'
    if (!isOutside && !isFrame(element, isPart)) return undefined
    if (holds(element, (one) => one === main || one.tagName === 'h1')) return undefined
    around.push({ element, above })
    return 'skip'
  })
  for (const { element, above } of around) {
    above.children.splice(above.children.indexOf(element as never), 1)
    const words = saidIn(element)
    if (words !== '' && !['script', 'style', 'noscript'].includes(element.tagName))
      notes.push({ about: 'header', text: `Around the page: “${shortened(words)}”` })
  }
}

/** The one part that a page calls its main one. */
function mainOf(tree: Root): Element | undefined {
  const found: Element[] = []
  visit(tree, 'element', (element) => {
    if (element.tagName === 'main' || element.properties.role === 'main') found.push(element)
  })
  return found.length === 1 ? found[0] : undefined
}

function isFrame({ tagName, properties }: Element, isPart: boolean): boolean {
  if (tagName === 'nav' || ROLES.has(String(properties.role ?? ''))) return true
  if (tagName === 'footer' || tagName === 'header') return !isPart
  const { className, id } = properties
  const names = [...(Array.isArray(className) ? className : []), id]
  return names.some((name) => typeof name === 'string' && NAMES.test(name))
}

function holds(element: Element, is: (one: Element) => boolean): boolean {
  let found = false
  visit(element, 'element', (one) => {
    found ||= is(one)
  })
  return found
}

/** The words of all parts, each apart from the next. */
function saidIn(element: Element): string {
  const said: string[] = []
  visit(element, 'text', ({ value }) => void said.push(value))
  return said.join(' ').replace(/\s+/g, ' ').trim()
}

function shortened(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text
}
