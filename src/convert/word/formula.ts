import type { Element } from 'xast'
import { childOf, elementsOf, nameOf, textIn, valueIn } from './xml.ts'

/** A formula (ECMA-376, 22.1) in one line of text: `(a + b)/c`, `√(x)`, `x^2`. */
export function formulaIn(element: Element): string {
  return elementsOf(element)
    .map((child) => (forms[nameOf(child)] ?? plain)(child))
    .join('')
}

function plain(element: Element): string {
  return nameOf(element) === 't' ? textIn(element) : formulaIn(element)
}

const forms: Readonly<Record<string, (element: Element) => string>> = {
  f: (element) => `${part(element, 'num')}/${part(element, 'den')}`,
  rad: (element) => `√${part(element, 'e', true)}`,
  sSup: (element) => `${part(element, 'e')}^${part(element, 'sup')}`,
  sSub: (element) => `${part(element, 'e')}_${part(element, 'sub')}`,
  d: (element) =>
    `(${elementsOf(element)
      .filter((one) => nameOf(one) === 'e')
      .map(formulaIn)
      .join(', ')})`,
  nary: (element) => `${valueIn(childOf(element, 'naryPr'), 'chr') ?? '∫'} ${part(element, 'e')}`,
  rPr: () => '',
  ctrlPr: () => '',
}

/** One part of a formula, in brackets where it is more than a word. */
function part(element: Element, name: string, isAlways = false): string {
  const inside = childOf(element, name)
  const text = inside ? formulaIn(inside).trim() : ''
  return isAlways || /[\s+−–/*=-]/.test(text) ? `(${text})` : text
}
