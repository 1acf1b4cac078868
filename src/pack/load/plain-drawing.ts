import type { Element, ElementContent, Root } from 'xast'
import { fromXml } from 'xast-util-from-xml'
import { toXml } from 'xast-util-to-xml'

const SVG = 'http://www.w3.org/2000/svg'
const XLINK = 'http://www.w3.org/1999/xlink'
const XML = 'http://www.w3.org/XML/1998/namespace'

/** The elements of a drawing that only draw (SVG 1.1, appendix L). */
const whatDraws = new Set(
  `svg g path rect circle ellipse line polyline polygon text tspan textPath defs use symbol marker clipPath mask pattern
  linearGradient radialGradient stop filter feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix
  feDiffuseLighting feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feMerge
  feMergeNode feMorphology feOffset fePointLight feSpecularLighting feSpotLight feTile feTurbulence image style title desc
  switch`.split(/\s+/),
)

/** What says something of a drawing, or holds the notes of the program that made it; it is left out. */
const notes = new Set(['metadata', 'view', 'cursor', 'color-profile'])

/** The namespaces of prefixes; that of elements without one stands under the empty name. */
type Names = ReadonlyMap<string, string>

/** Why a drawing cannot be used: what was found in it. */
export class NotPlain extends Error {
  override readonly name = 'NotPlain'
}

/**
 * A drawing (SVG) with nothing in it that runs, leads away or loads: only what is known to draw is taken over, and the notes of
 * drawing programs are left out. Throws {@link NotPlain} for what is none of these, and for a text that is no XML.
 */
export function plainDrawing(text: string): string {
  const root = parse(text)
  const [drawing] = root.children.filter((child) => child.type === 'element')
  if (!drawing) throw new NotPlain('no drawing')
  const names = namesIn(drawing, new Map([['xml', XML]]))
  if (local(drawing.name) !== 'svg' || !isSvg(drawing, names)) throw new NotPlain('no drawing')
  return toXml({
    type: 'root',
    children: [{ ...plainElement(drawing, new Map([['xml', XML]]), true) }],
  })
}

function parse(text: string): Root {
  try {
    return fromXml(text)
  } catch (cause) {
    throw new NotPlain('what is no XML', { cause })
  }
}

function plainElement(element: Element, above: Names, isTop: boolean): Element {
  const names = namesIn(element, above)
  const name = local(element.name)
  if (!whatDraws.has(name)) throw new NotPlain(`\`${name}\``)
  return {
    type: 'element',
    name,
    attributes: {
      ...(isTop && { xmlns: SVG, 'xmlns:xlink': XLINK }),
      ...Object.fromEntries(
        Object.entries(element.attributes).flatMap((one) => attribute(one, names)),
      ),
    },
    children: element.children.flatMap((child) => content(child, name, names)),
  }
}

function content(child: ElementContent, parent: string, names: Names): ElementContent[] {
  if (child.type === 'text' || child.type === 'cdata') {
    if (parent === 'style') refuseAway(child.value)
    return [{ type: 'text', value: child.value }]
  }
  if (child.type !== 'element') return []
  // What belongs to another language, such as the notes of a drawing program, does not draw.
  if (!isSvg(child, namesIn(child, names))) return []
  return notes.has(local(child.name)) ? [] : [plainElement(child, names, false)]
}

function attribute(
  [name, value]: [string, string | null | undefined],
  names: Names,
): [string, string][] {
  const text = value ?? ''
  if (name === 'xmlns' || name.startsWith('xmlns:')) return []
  const prefix = prefixOf(name)
  const plain = local(name)
  if (/^on/i.test(plain)) throw new NotPlain(`\`${name}\``)
  if (plain === 'href') {
    if (!/^(#|data:image\/(png|jpeg);base64,)/.test(text.trim()))
      throw new NotPlain(`a reference to \`${text.slice(0, 60)}\``)
    return [[names.get(prefix) === XLINK ? 'xlink:href' : 'href', text.trim()]]
  }
  if (prefix !== '' && prefix !== 'xml') return []
  if (/^\s*(java|vb)script:/i.test(text)) throw new NotPlain(`\`${name}\``)
  refuseAway(text)
  return [[name, text]]
}

/** Style sheets and attributes can load what they name; an escape could hide that they do. */
function refuseAway(text: string): void {
  const away = /\\|@|expression\s*\(|(?:url|src|image|image-set)\(\s*(?!["']?#)[^)]*/i.exec(text)
  if (away) throw new NotPlain(`\`${away[0].slice(0, 60)}\``)
}

function namesIn({ attributes }: Element, above: Names): Names {
  const names = new Map(above)
  for (const [name, value] of Object.entries(attributes)) {
    if (name === 'xmlns') names.set('', value ?? '')
    else if (name.startsWith('xmlns:')) names.set(name.slice('xmlns:'.length), value ?? '')
  }
  return names
}

function isSvg({ name }: Element, names: Names): boolean {
  return names.get(prefixOf(name)) === SVG
}

function prefixOf(name: string): string {
  return name.includes(':') ? name.slice(0, name.indexOf(':')) : ''
}

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}
