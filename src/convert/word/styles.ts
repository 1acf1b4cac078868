import type { Element } from 'xast'
import { at, attribute, childOf, elementsOf, isOn, nameOf, valueIn } from './xml.ts'

/** What a style gives to the paragraphs and words that have it. */
export interface Style {
  /** In lower case; Word keeps the names of its own styles in English in all languages. */
  readonly name: string
  readonly isBold?: boolean | undefined
  readonly isItalic?: boolean | undefined
  readonly isCaps?: boolean | undefined
  readonly isUnderlined?: boolean | undefined
  readonly isCentred?: boolean | undefined
  readonly size?: number | undefined
  /** The level of its heading, from 1; 0 is the title. */
  readonly heading?: number | undefined
  readonly numbering?: { readonly id: string; readonly level: number } | undefined
  readonly tabs: readonly Element[]
}

export interface Styles {
  readonly of: (id: string | undefined) => Style
  /** The size of text that says nothing else, in half-points. */
  readonly size: number
}

const NONE: Style = { name: '', tabs: [] }
const USUAL_SIZE = 22
const MOST_BASES = 20

/** The styles by their ids, each with what it takes over from the one that it is based on. */
export function readStyles(part: Element | undefined): Styles {
  const all = new Map<string, Element>()
  let usual: string | undefined
  for (const style of part ? elementsOf(part) : []) {
    if (nameOf(style) !== 'style') continue
    const id = attribute(style, 'styleId') ?? ''
    all.set(id, style)
    const isDefault = ['1', 'true'].includes(attribute(style, 'default') ?? '')
    if (isDefault && attribute(style, 'type') === 'paragraph') usual = id
  }
  const read = new Map<string, Style>()
  const styleOf = (id: string | undefined, depth = 0): Style => {
    const known = id === undefined ? NONE : read.get(id)
    if (known) return known
    const element = id === undefined ? undefined : all.get(id)
    if (!element || id === undefined || depth > MOST_BASES) return NONE
    const style = merged(styleOf(valueIn(element, 'basedOn'), depth + 1), element)
    read.set(id, style)
    return style
  }
  const defaults = at(part, 'docDefaults', 'rPrDefault', 'rPr')
  const size = styleOf(usual).size ?? numberIn(valueIn(defaults, 'sz')) ?? USUAL_SIZE
  return { of: (id) => styleOf(id ?? usual), size }
}

function merged(base: Style, element: Element): Style {
  const name = (valueIn(element, 'name') ?? '').toLowerCase()
  const paragraph = childOf(element, 'pPr')
  const run = childOf(element, 'rPr')
  const numbering = childOf(paragraph, 'numPr')
  return {
    name,
    isBold: isOn(run, 'b') ?? base.isBold,
    isItalic: isOn(run, 'i') ?? base.isItalic,
    isCaps: isOn(run, 'caps') ?? base.isCaps,
    isUnderlined: isOn(run, 'u') ?? base.isUnderlined,
    isCentred: centred(paragraph) ?? base.isCentred,
    size: numberIn(valueIn(run, 'sz')) ?? base.size,
    heading: headingOf(name, paragraph) ?? base.heading,
    numbering: numbering
      ? {
          id: valueIn(numbering, 'numId') ?? base.numbering?.id ?? '0',
          level: numberIn(valueIn(numbering, 'ilvl')) ?? base.numbering?.level ?? 0,
        }
      : base.numbering,
    tabs: [...base.tabs, ...elementsOf(childOf(paragraph, 'tabs') ?? { children: [] })],
  }
}

export function centred(paragraph: Element | undefined): boolean | undefined {
  const alignment = valueIn(paragraph, 'jc')
  return alignment === undefined ? undefined : alignment === 'center'
}

/** The level of a heading by the name of the style or its place in the outline; body text has the ninth. */
export function headingOf(name: string, paragraph: Element | undefined): number | undefined {
  const [, level] = /^heading ([1-9])$/.exec(name) ?? []
  if (level) return Number(level)
  if (name === 'title') return 0
  const outline = numberIn(valueIn(paragraph, 'outlineLvl'))
  return outline !== undefined && outline < 9 ? outline + 1 : undefined
}

export function numberIn(text: string | undefined): number | undefined {
  const number = Number.parseInt(text ?? '', 10)
  return Number.isNaN(number) ? undefined : number
}
