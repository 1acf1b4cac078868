import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRef,
  PDFString,
} from 'pdf-lib'

/** A marked-content sequence of an element. */
export interface Content {
  readonly page: PDFRef | undefined
  readonly mcid: number
}

/** An element of the structure tree. */
export interface Element {
  readonly ref: PDFRef | undefined
  readonly dict: PDFDict
  /** The type as it is written, and the standard type that the role map makes of it. */
  readonly type: string
  readonly standard: string | undefined
  readonly parent: Element | undefined
  readonly kids: Element[]
  readonly contents: Content[]
  /** Kids and contents in reading order. */
  readonly items: (Element | Content)[]
  readonly objects: PDFRef[]
}

/** The structure tree, flat in reading order, and the tree that leads back from content to elements. */
export interface Structure {
  readonly elements: readonly Element[]
  readonly roles: ReadonlyMap<string, string>
  readonly parents: ReadonlyMap<number, PDFObject>
}

/** Standard structure types (ISO 32000-1, 14.8.4). */
export const standardTypes = new Set(
  `Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody
  Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP Figure
  Formula Form`.split(/\s+/),
)

/** Reads the structure tree; it is empty where there is none. */
export function readStructure({ catalog }: PDFDocument): Structure {
  const root = catalog.lookupMaybe(PDFName.of('StructTreeRoot'), PDFDict)
  const roleMap = root?.lookupMaybe(PDFName.of('RoleMap'), PDFDict)
  const roles = new Map(
    roleMap?.entries().map(([from, to]) => [from.decodeText(), String(to).slice(1)]),
  )
  const elements: Element[] = []
  if (root) addKids(root, undefined, { elements, roles })
  return {
    elements,
    roles,
    parents: readNumberTree(root?.lookupMaybe(PDFName.of('ParentTree'), PDFDict)),
  }
}

/** An attribute of an element (ISO 32000-1, 14.7.5), for example `Scope` of the owner `Table`. */
export function attributeOf({ dict }: Element, owner: string, key: string): PDFObject | undefined {
  const value = dict.lookup(PDFName.of('A'))
  const items = value instanceof PDFArray ? value.asArray() : [value]
  return items
    .map((item) => dict.context.lookup(item))
    .filter((item) => item instanceof PDFDict)
    .filter((item) => item.lookup(PDFName.of('O')) === PDFName.of(owner))
    .map((item) => item.lookup(PDFName.of(key)))
    .find((found) => found !== undefined)
}

interface Reading {
  readonly elements: Element[]
  readonly roles: ReadonlyMap<string, string>
}

function addKids(dict: PDFDict, parent: Element | undefined, reading: Reading): void {
  const value = dict.lookup(PDFName.of('K'))
  const items = value instanceof PDFArray ? value.asArray() : [dict.get(PDFName.of('K'))]
  for (const item of items) addKid(item, dict.context.lookup(item), parent, reading)
}

function addKid(
  item: PDFObject | undefined,
  value: PDFObject | undefined,
  parent: Element | undefined,
  reading: Reading,
): void {
  if (value instanceof PDFNumber) {
    if (parent) addContent(parent, { page: pageOf(parent.dict), mcid: value.asNumber() })
    return
  }
  if (!(value instanceof PDFDict)) return
  const kind = value.lookupMaybe(PDFName.of('Type'), PDFName)?.decodeText()
  const target = value.get(PDFName.of('Obj'))
  if (kind === 'OBJR' && target instanceof PDFRef) parent?.objects.push(target)
  else if (kind === 'MCR') {
    const mcid = value.lookup(PDFName.of('MCID'), PDFNumber).asNumber()
    if (parent) addContent(parent, { page: pageOf(value) ?? pageOf(parent.dict), mcid })
  } else if (value.has(PDFName.of('S')))
    addElement(item instanceof PDFRef ? item : undefined, value, parent, reading)
}

function addContent(parent: Element, content: Content): void {
  parent.contents.push(content)
  parent.items.push(content)
}

function addElement(
  ref: PDFRef | undefined,
  dict: PDFDict,
  parent: Element | undefined,
  reading: Reading,
): void {
  const type = dict.lookup(PDFName.of('S'), PDFName).decodeText()
  const standard = isOfPdf2(dict) ? standardOfPdf2(type) : standardOf(type, reading.roles)
  const own = { kids: [], contents: [], items: [], objects: [] }
  const element = { ref, dict, type, standard, parent, ...own }
  reading.elements.push(element)
  parent?.kids.push(element)
  parent?.items.push(element)
  addKids(dict, element, reading)
}

/** Whether an element says that its type is one of PDF 2.0 (ISO 32000-2, 14.8.6). */
export function isOfPdf2(dict: PDFDict): boolean {
  const namespace = dict.lookupMaybe(PDFName.of('NS'), PDFDict)?.lookup(PDFName.of('NS'))
  return namespace instanceof PDFString && namespace.decodeText() === 'http://iso.org/pdf2/ssn'
}

/** The type of PDF 1.7 that comes closest to one of PDF 2.0, so that the same rules hold; undefined for what is neither. */
function standardOfPdf2(type: string): string | undefined {
  const others: Partial<Record<string, string>> = {
    Aside: 'Div',
    DocumentFragment: 'Div',
    Em: 'Span',
    FENote: 'FENote',
    Strong: 'Span',
    Sub: 'Span',
    Title: 'P',
  }
  return others[type] ?? (standardTypes.has(type) && !onlyOfPdf17.has(type) ? type : undefined)
}

/** Types that PDF 2.0 has no more. */
export const onlyOfPdf17 = new Set(
  'Art BlockQuote TOC TOCI Index Private H Quote Note Reference BibEntry Code'.split(' '),
)

function standardOf(type: string, roles: ReadonlyMap<string, string>): string | undefined {
  let current: string | undefined = type
  for (let step = 0; current !== undefined && step < 10; step++) {
    if (standardTypes.has(current)) return current
    current = roles.get(current)
  }
  return undefined
}

function pageOf(dict: PDFDict): PDFRef | undefined {
  const page = dict.get(PDFName.of('Pg'))
  return page instanceof PDFRef ? page : undefined
}

function readNumberTree(node: PDFDict | undefined): Map<number, PDFObject> {
  const found = new Map<number, PDFObject>()
  const nums = node?.lookupMaybe(PDFName.of('Nums'), PDFArray)
  for (let index = 0; index + 1 < (nums?.size() ?? 0); index += 2) {
    const value = nums?.get(index + 1)
    if (value) found.set(nums?.lookup(index, PDFNumber).asNumber() ?? 0, value)
  }
  const kids = node?.lookupMaybe(PDFName.of('Kids'), PDFArray)
  for (let index = 0; index < (kids?.size() ?? 0); index++)
    for (const entry of readNumberTree(kids?.lookup(index, PDFDict))) found.set(...entry)
  return found
}
