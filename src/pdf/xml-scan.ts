const SPACE = /\s/
const ENDS_NAME = /[\s/>="'<]/

/** A tag of an XML text: `<name …>`, `<name …/>` or `</name>`. */
export interface XmlTag {
  readonly name: string
  readonly isClosing: boolean
  readonly isEmpty: boolean
  /** The values in quotes by their names, with their references as they stand. */
  readonly attributes: ReadonlyMap<string, string>
}

/** Parts that are neither tags nor text, with how they end (XML 1.0, 2.4 to 2.8). */
const skipped: readonly (readonly [begin: string, end: string])[] = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
  ['<!', '>'],
]

/**
 * The tags and texts of an XML text in their order, for reading a few things out of one that a file brings along: what is
 * not written as it should be is passed over, and the time grows with the length alone.
 */
export function* scanXml(xml: string): Generator<XmlTag | string> {
  let at = 0
  while (at < xml.length) {
    const open = xml.indexOf('<', at)
    const end = open === -1 ? xml.length : open
    if (end > at) yield xml.slice(at, end)
    if (open === -1) return
    const other = skipped.find(([begin]) => xml.startsWith(begin, open))
    if (other) {
      const close = xml.indexOf(other[1], open + other[0].length)
      if (close === -1) return
      at = close + other[1].length
      continue
    }
    const read = readTag(xml, open)
    if (read.tag) yield read.tag
    at = read.end
  }
}

/** Reads the tag that begins here; a broken one ends where the next begins. */
function readTag(xml: string, open: number): { readonly tag?: XmlTag; readonly end: number } {
  const isClosing = xml[open + 1] === '/'
  let at = endOfName(xml, open + (isClosing ? 2 : 1))
  const name = xml.slice(open + (isClosing ? 2 : 1), at)
  const attributes = new Map<string, string>()
  while (at < xml.length && xml[at] !== '<') {
    if (xml[at] === '>') {
      const isEmpty = xml[at - 1] === '/'
      return { ...(name !== '' && { tag: { name, isClosing, isEmpty, attributes } }), end: at + 1 }
    }
    at = readAttribute(xml, at, attributes)
  }
  return { end: Math.max(at, open + 1) }
}

/** Adds the attribute that stands here, or passes over one character. */
function readAttribute(xml: string, at: number, attributes: Map<string, string>): number {
  const nameEnd = endOfName(xml, at)
  if (nameEnd === at) return at + 1
  const equals = endOfSpace(xml, nameEnd)
  if (xml[equals] !== '=') return equals
  const from = endOfSpace(xml, equals + 1)
  const quote = xml[from]
  if (quote !== '"' && quote !== "'") return from
  const to = xml.indexOf(quote, from + 1)
  if (to === -1) return xml.length
  attributes.set(xml.slice(at, nameEnd), xml.slice(from + 1, to))
  return to + 1
}

function endOfName(xml: string, from: number): number {
  let at = from
  while (at < xml.length && !ENDS_NAME.test(xml[at]!)) at += 1
  return at
}

function endOfSpace(xml: string, from: number): number {
  let at = from
  while (at < xml.length && SPACE.test(xml[at]!)) at += 1
  return at
}
