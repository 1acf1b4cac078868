import type { Element } from 'xast'
import { safeAddress } from '../address.ts'
import { BLANK } from '../blank.ts'
import type { Piece } from '../phrasing.ts'
import { raised } from '../raised.ts'
import { signOf } from '../signs.ts'
import { drawnControl } from './control.ts'
import { addMerge, mergeName, readFieldMark } from './fields.ts'
import { formulaIn } from './formula.ts'
import { type Around, add, addPlace, addText } from './pieces.ts'
import { numberIn } from './styles.ts'
import { attribute, childOf, elementsOf, isOn, nameOf, textIn, valueIn, within } from './xml.ts'

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

function readControl(element: Element, around: Around): void {
  const content = childOf(element, 'sdtContent')
  const drawn = drawnControl(element)
  if (drawn !== undefined) addPlace(drawn, around)
  else if (content) readWords(content, around)
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
