import type { PhrasingContent } from 'mdast'
import type { Element } from 'xast'
import { safeAddress } from '../address.ts'
import type { Piece } from '../phrasing.ts'
import { signOf } from '../signs.ts'
import { BLANK, drawnControl, drawnField } from './control.ts'
import { formulaIn, raised } from './formula.ts'
import type { Reading } from './reading.ts'
import { numberIn, type Style } from './styles.ts'
import { attribute, childOf, elementsOf, isOn, nameOf, textIn, valueIn, within } from './xml.ts'

/** The words of a paragraph, and what was seen of their looks. */
export interface Words {
  readonly pieces: Piece[]
  /** How many characters there are of each size. */
  readonly sizes: Map<number, number>
  /** How many tabs there were. */
  tabs: number
  /** Elements that hold blocks, such as text boxes; they follow the paragraph. */
  readonly boxes: Element[]
}

interface Around {
  readonly reading: Reading
  readonly style: Style
  readonly words: Words
  readonly url?: string | undefined
  /** Which tabs of the paragraph draw a line to write on, in the order of their places. */
  readonly leaders: readonly boolean[]
}

type ReadElement = (element: Element, around: Around) => void

/** Reads what stands in a paragraph, link or other element with words in it. */
export function readWords(element: Element, around: Around): void {
  for (const child of elementsOf(element)) readers[nameOf(child)]?.(child, around)
}

const readers: Readonly<Record<string, ReadElement>> = {
  r: readRun,
  hyperlink: readLink,
  smartTag: readWords,
  customXml: readWords,
  bdo: readWords,
  dir: readWords,
  fldSimple: readSimpleField,
  sdt: readControl,
  ins(element, around) {
    around.reading.changes.inserted++
    readWords(element, around)
  },
  moveTo(element, around) {
    around.reading.changes.moved++
    readWords(element, around)
  },
  del(_, { reading }) {
    reading.changes.deleted++
  },
  oMath: (element, around) => addText(formulaIn(element), around, {}),
  oMathPara: (element, around) => addText(formulaIn(element), around, {}),
}

function readRun(run: Element, around: Around): void {
  const { reading, style } = around
  const properties = childOf(run, 'rPr')
  if (isOn(properties, 'vanish')) {
    // Hidden words show nowhere; the field codes of a contents list are among them.
    if (textIn(run).trim() !== '') reading.hidden++
    return
  }
  const own = reading.styles.of(valueIn(properties, 'rStyle') ?? '')
  const isHeading = style.heading !== undefined
  const marks = {
    isBold: !isHeading && (isOn(properties, 'b') ?? own.isBold ?? style.isBold ?? false),
    isItalic: isOn(properties, 'i') ?? own.isItalic ?? style.isItalic ?? false,
    isStruck: isOn(properties, 'strike') ?? isOn(properties, 'dstrike') ?? false,
  }
  const isUnderlined = isOn(properties, 'u') ?? own.isUnderlined ?? false
  const size = numberIn(valueIn(properties, 'sz')) ?? own.size ?? style.size ?? reading.styles.size
  const isCaps = isOn(properties, 'caps') ?? own.isCaps ?? style.isCaps ?? false
  const position = valueIn(properties, 'vertAlign')
  for (const child of elementsOf(run)) {
    const read = inRun[nameOf(child)]
    read?.(child, around, { marks, isUnderlined, size, isCaps, position })
  }
}

interface Looks {
  readonly marks: Omit<Piece, 'node' | 'url'>
  readonly isUnderlined: boolean
  readonly isCaps: boolean
  readonly size: number
  /** Raised or lowered. */
  readonly position: string | undefined
}

const inRun: Readonly<Record<string, (element: Element, around: Around, looks: Looks) => void>> = {
  t(element, around, { marks, isUnderlined, size, position }) {
    if (around.reading.fields.isCode) return
    const text = raised(textIn(element), position)
    if (/[^\s]/.test(text)) {
      const { sizes } = around.words
      sizes.set(size, (sizes.get(size) ?? 0) + text.length)
    }
    addText(isUnderlined ? withBlanks(text) : text, around, marks)
  },
  tab(_, around, { isUnderlined, marks }) {
    if (around.reading.fields.isCode) return
    addText(isUnderlined || drawsLine(around) ? BLANK : '\t', around, marks)
  },
  ptab: (_, around, { marks }) => addText('\t', around, marks),
  br(element, around) {
    // Pages begin where the pack begins them.
    if ((attribute(element, 'type') ?? 'textWrapping') === 'textWrapping')
      add({ type: 'break' }, around)
    else around.reading.pageBreaks++
  },
  cr: (_, around) => add({ type: 'break' }, around),
  noBreakHyphen: (_, around, { marks }) => addText('\u2011', around, marks),
  sym: (element, around, { marks }) => addText(symbol(element), around, marks),
  footnoteReference: (element, around) => readNote('footnotes', element, around),
  endnoteReference: (element, around) => readNote('endnotes', element, around),
  commentReference(element, { reading }) {
    reading.commentsHere.push(attribute(element, 'id') ?? '')
  },
  fldChar: readFieldMark,
  instrText(element, { reading }) {
    const field = reading.fields.open.at(-1)
    if (field) field.code += textIn(element)
  },
  drawing: readDrawing,
  pict: readDrawing,
  object: readDrawing,
  AlternateContent(element, around, looks) {
    // A box in the new way and, for old programs, once more in the old.
    const chosen = childOf(element, 'Choice') ?? childOf(element, 'Fallback')
    for (const child of chosen ? elementsOf(chosen) : [])
      inRun[nameOf(child)]?.(child, around, looks)
  },
}

/** Each tab leads to the next place; more tabs than places are for words that reach over some. */
function drawsLine({ leaders, words }: Around): boolean {
  return leaders[words.tabs++] ?? leaders.includes(true)
}

/** Underlined spaces are a line to write on. */
function withBlanks(text: string): string {
  return text.replace(/[ \u00a0\u2002\u2003]{4,}/g, BLANK)
}

function symbol(element: Element): string {
  const code = (attribute(element, 'char') ?? '').toLowerCase()
  const known = signOf(code)
  if (known !== undefined) return known
  const number = Number.parseInt(code, 16)
  return number >= 0x20 && number < 0xe000 ? String.fromCodePoint(number) : ''
}

function readNote(kind: 'footnotes' | 'endnotes', element: Element, around: Around): void {
  const id = attribute(element, 'id')
  if (id === undefined) return
  const identifier = around.reading.noteFor(kind, id)
  add({ type: 'footnoteReference', identifier, label: identifier }, around)
}

function readLink(element: Element, around: Around): void {
  const relation = around.reading.relations.get(attribute(element, 'id') ?? '')
  readWords(element, {
    ...around,
    url: relation?.isOutside ? safeAddress(relation.target) : around.url,
  })
}

function readSimpleField(element: Element, around: Around): void {
  const code = attribute(element, 'instr') ?? ''
  const merge = mergeName(code)
  if (merge !== undefined) addMerge(merge, around)
  else readWords(element, around)
}

/** A field of Word has its code, and then what it shows (ECMA-376, 17.16.2). */
function readFieldMark(element: Element, around: Around): void {
  const { fields } = around.reading
  const type = attribute(element, 'fldCharType')
  if (type === 'begin') {
    fields.open.push({ code: '', isShown: false, data: childOf(element, 'ffData') })
    fields.isCode = true
  } else if (type === 'separate') {
    const field = fields.open.at(-1)
    if (!field) return
    field.isShown = true
    fields.isCode = fields.open.some(({ isShown }) => !isShown) || isReplaced(field.code)
  } else if (type === 'end') {
    const field = fields.open.pop()
    fields.isCode = fields.open.some(({ isShown, code }) => !isShown || isReplaced(code))
    if (field && !fields.isCode) showField(field, around)
  }
}

/** Whether something stands in the place of what the field shows. */
function isReplaced(code: string): boolean {
  return /^\s*(?:MERGEFIELD|FORMTEXT|FORMCHECKBOX|FORMDROPDOWN)\b/i.test(code)
}

function showField(
  { code, data }: { readonly code: string; readonly data: Element | undefined },
  around: Around,
): void {
  const merge = mergeName(code)
  const drawn = drawnField(code, data)
  if (merge !== undefined) addMerge(merge, around)
  else if (drawn !== undefined) addPlace(drawn, around)
}

function mergeName(code: string): string | undefined {
  const [, quoted, plain] = /^\s*MERGEFIELD\s+(?:"([^"]+)"|(\S+))/i.exec(code) ?? []
  return quoted ?? plain
}

function addMerge(name: string, around: Around): void {
  around.reading.merges.add(name)
  addText(`«${name}»`, around, {})
}

function readControl(element: Element, around: Around): void {
  const content = childOf(element, 'sdtContent')
  const drawn = drawnControl(element)
  if (drawn !== undefined) addPlace(drawn, around)
  else if (content) readWords(content, around)
}

/** Lines that are drawn under one another stand in lines of their own. */
function addPlace(drawn: string, around: Around): void {
  around.reading.controls++
  drawn.split('\n').forEach((line, index) => {
    if (index > 0) add({ type: 'break' }, around)
    addText(line, around, {})
  })
}

function readDrawing(element: Element, around: Around): void {
  const { reading, words } = around
  for (const box of within(element, 'txbxContent')) words.boxes.push(box)
  const image = [...within(element, 'blip'), ...within(element, 'imagedata')][0]
  const id = attribute(image, 'embed') ?? attribute(image, 'id')
  const relation = id === undefined ? undefined : reading.relations.get(id)
  if (!relation || words.boxes.length > 0) return
  const described = [...within(element, 'docPr')][0]
  const alt = (attribute(described, 'descr') ?? '').replace(/\s+/g, ' ').trim()
  const isWritten = !/^(?:A picture containing|Image result|Description automatically)/i.test(alt)
  const name = reading.picture(relation)
  if (name)
    add(
      {
        type: 'image',
        url: name,
        alt: isWritten ? alt.replace(/ Description automatically generated.*$/i, '') : '',
      },
      around,
    )
}

function add(node: PhrasingContent, { words, url, reading }: Around): void {
  if (reading.fields.isCode) return
  words.pieces.push({ node, url: url ?? linkOf(reading) })
}

function addText(value: string, around: Around, marks: Omit<Piece, 'node' | 'url'>): void {
  if (around.reading.fields.isCode) return
  const url = around.url ?? linkOf(around.reading)
  around.words.pieces.push({ node: { type: 'text', value: clean(value) }, ...marks, url })
}

/** Where the field leads that the words stand in. */
function linkOf({ fields }: Reading): string | undefined {
  for (const { code } of fields.open) {
    const [, address] = /^\s*HYPERLINK\s+"([^"]+)"/i.exec(code) ?? []
    if (address) return safeAddress(address)
  }
  return undefined
}

/** Without soft hyphens and other signs that no page shows. */
function clean(text: string): string {
  return text.replace(/[\u00ad\u200b\u2028\u2029\ufeff]/g, '')
}
