import type { Element, ElementContent, Root as HastRoot, Nodes } from 'hast'
import { SKIP, visit } from 'unist-util-visit'
import { fromBase64 } from '../../containers/text.ts'
import { safeAddress } from '../address.ts'
import { BLANK } from '../blank.ts'
import type { Note, Picture } from '../converted.ts'
import { labelFormats } from '../label-formats.ts'
import { pictureType } from '../picture-type.ts'
import { signOf } from '../signs.ts'
import { rawWords, wordsIn } from './words.ts'

const unseen = new Set(
  'head title style script noscript template nav iframe object embed svg canvas video audio map dialog datalist'.split(
    ' ',
  ),
)

/** Makes of what only a browser understands what a document can hold. */
export function prepare(tree: HastRoot, to: { notes: Note[]; pictures: Picture[] }): void {
  visit(tree, (node, index, parent) => {
    if (!parent || index === undefined) return
    if (node.type === 'comment' || node.type === 'doctype') return remove(parent, index)
    if (node.type === 'text')
      node.value = node.value
        .replace(/[\u00ad\u200b\ufeff]/g, '')
        .replace(/\u00a0{4,}/g, isSpacing(parent) ? ' ' : BLANK)
    if (node.type !== 'element') return
    if (unseen.has(node.tagName) || isHidden(node)) return remove(parent, index)
    const control = controls[node.tagName]
    if (control) {
      parent.children.splice(index, 1, ...control(node))
      return [SKIP, index + 1]
    }
    if (node.tagName === 'img' && !takePicture(node, to)) return remove(parent, index)
    if (node.tagName === 'a' && !keepsLink(node)) node.tagName = 'span'
    restyle(node)
    unwrapList(node)
    keepLetters(node)
  })
}

/** The space between the number or bullet of a list in Word and the words. */
function isSpacing(parent: Nodes): boolean {
  return (
    parent.type === 'element' &&
    /font\s*:\s*7(?:\.0)?pt/i.test(String(parent.properties.style ?? ''))
  )
}

function remove(parent: { children: unknown[] }, index: number): [typeof SKIP, number] {
  parent.children.splice(index, 1)
  return [SKIP, index]
}

function isHidden({ properties }: Element): boolean {
  return (
    properties.hidden === true ||
    /display\s*:\s*none|mso-hide\s*:\s*all/i.test(String(properties.style ?? ''))
  )
}

function text(value: string): ElementContent[] {
  return [{ type: 'text', value }]
}

const line: ElementContent = { type: 'element', tagName: 'br', properties: {}, children: [] }

const controls: Readonly<Record<string, (element: Element) => ElementContent[]>> = {
  input({ properties }) {
    const type = String(properties.type ?? 'text').toLowerCase()
    if (type === 'radio') return text('○ ')
    if (type === 'checkbox') return text(properties.checked ? '☒ ' : '☐ ')
    return ['hidden', 'submit', 'button', 'reset', 'image'].includes(type) ? [] : text(` ${BLANK} `)
  },
  textarea: () => [line, ...text(`${BLANK}${BLANK}`)],
  select(element) {
    const options: string[] = []
    visit(element, 'element', (option) => {
      const words = option.tagName === 'option' ? wordsIn(option) : ''
      if (words && !/^(?:choose|select|please|--)/i.test(words)) options.push(`○ ${words}`)
    })
    return [line, ...text(options.length > 0 ? options.join('  ') : BLANK), line]
  },
  button: () => [],
}

function keepsLink(element: Element): boolean {
  const href = String(element.properties.href ?? '')
  if (href.startsWith('#')) return true
  const address = safeAddress(href)
  if (address) element.properties.href = address
  return address !== undefined
}

/** A list in a list with nothing before it, as some programs write the second level. */
function unwrapList(list: Element): void {
  const isList = ({ tagName }: Element): boolean => tagName === 'ol' || tagName === 'ul'
  const inside = list.children.filter((child): child is Element => child.type === 'element')
  if (isList(list) && inside.length > 0 && inside.every(isList)) list.tagName = 'div'
}

/** What office programs say by styles is said by elements. */
function restyle(element: Element): void {
  const style = String(element.properties.style ?? '')
  if (element.tagName === 'u' && /^[\s\u00a0]{4,}$/.test(rawWords(element)))
    element.children = text(BLANK)
  const isPlain = /font-weight\s*:\s*(?:normal|400)/i.test(style)
  if (['b', 'strong'].includes(element.tagName) && isPlain) element.tagName = 'span'
  if (['u', 'ins', 'font', 'center', 'o:p', 'label', 'fieldset', 'form'].includes(element.tagName))
    element.tagName = blocks.has(element.tagName) ? 'div' : 'span'
  if (element.tagName === 'legend') element.tagName = 'h3'
  if (element.tagName !== 'span') return
  if (/font-weight\s*:\s*(?:bold|[6-9]00)/i.test(style)) element.tagName = 'strong'
  else if (/font-style\s*:\s*italic/i.test(style)) element.tagName = 'em'
  if (/font-family\s*:\s*["']?(?:wingdings|symbol|webdings)/i.test(style)) showSigns(element)
  // Word writes the numbers and bullets of its lists as words that it asks others to pass over.
  if (/mso-list\s*:\s*ignore/i.test(style))
    element.children = text(`${wordsIn(element).replace(/^[·§Øo]$/, '•')} `)
}

/** Fonts of signs have letters for boxes and bullets. */
function showSigns(element: Element): void {
  visit(element, 'text', (node) => {
    const [sign] = node.value.trim()
    const known = sign && node.value.trim().length === 1 && signOf(sign.charCodeAt(0).toString(16))
    if (known) node.value = `${known} `
  })
}

const blocks = new Set(['center', 'fieldset', 'form'])

function takePicture(
  element: Element,
  { notes, pictures }: { notes: Note[]; pictures: Picture[] },
): boolean {
  const source = String(element.properties.src ?? '')
  const [, data] = /^data:image\/[\w+.-]+;base64,([\s\S]+)$/i.exec(source) ?? []
  if (data) {
    const bytes = fromBase64(data)
    const type = pictureType(bytes)
    if (!type) return false
    const name = `picture-${pictures.length + 1}.${type}`
    pictures.push({ name, bytes })
    element.properties.src = name
    return true
  }
  if (source)
    notes.push({
      about: 'picture',
      text: `${source.slice(0, 100)}: it lies elsewhere and was not fetched; put it into the folder of the document by hand`,
    })
  return false
}

/** Lists whose items have letters become paragraphs that have them; Markdown has no such lists. */
function keepLetters(list: Element): void {
  const format = letters[String(list.properties.type ?? '')]
  if (list.tagName !== 'ol' || !format) return
  let number = Number(list.properties.start ?? 1) || 1
  list.tagName = 'div'
  for (const item of list.children) {
    if (item.type !== 'element' || item.tagName !== 'li') continue
    item.tagName = 'div'
    const [first] = item.children
    const holder = first?.type === 'element' && first.tagName === 'p' ? first : item
    holder.children.unshift(...text(`${format(number++)}) `))
  }
}

const letters: Readonly<Record<string, (number: number) => string>> = {
  a: labelFormats.lowerLetter,
  A: labelFormats.upperLetter,
  i: labelFormats.lowerRoman,
  I: labelFormats.upperRoman,
}
