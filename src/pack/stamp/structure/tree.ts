import {
  PDFArray,
  type PDFContext,
  PDFDict,
  type PDFDocument,
  PDFName,
  PDFNull,
  PDFNumber,
  type PDFObject,
  PDFRef,
} from 'pdf-lib'
import { name } from '../objects.ts'

/** An element of the structure tree (ISO 32000-1, 14.7.2). Its other entries stay in the dictionary. */
export interface StructureElement {
  readonly kind: 'element'
  readonly ref: PDFRef
  readonly dict: PDFDict
  /** The structure type, for example `H1`. */
  type: string
  kids: Kid[]
}

/** A marked-content sequence on a page. */
export interface Content {
  readonly kind: 'content'
  readonly page: PDFRef
  readonly mcid: number
}

/** An annotation. */
interface ObjectReference {
  readonly kind: 'object'
  readonly page: PDFRef
  readonly ref: PDFRef
}

export type Kid = StructureElement | Content | ObjectReference

/** The root of the tree, without its number and name trees. */
export interface StructureRoot {
  readonly kind: 'root'
  readonly ref: PDFRef
  readonly dict: PDFDict
  kids: Kid[]
}

/** Reads the structure tree of a tagged file. Throws when there is none. */
export function readStructure(file: PDFDocument): StructureRoot {
  const dict = file.catalog.lookup(name('StructTreeRoot'), PDFDict)
  const ref = file.catalog.get(name('StructTreeRoot'))
  if (!(ref instanceof PDFRef)) throw new Error('The structure tree has no object number')
  return structureAt(ref, dict)
}

/** Reads the structure tree whose root this is. */
export function structureAt(ref: PDFRef, dict: PDFDict): StructureRoot {
  return { kind: 'root', ref, dict, kids: kidsOf(dict, undefined) }
}

/** Every element, parents before their kids. */
export function* elementsOf(parent: StructureRoot | StructureElement): Generator<StructureElement> {
  for (const kid of parent.kids) {
    if (kid.kind !== 'element') continue
    yield kid
    yield* elementsOf(kid)
  }
}

/** The marked content below an element, in reading order. */
export function* contentsOf(element: StructureRoot | StructureElement): Generator<Content> {
  for (const kid of element.kids) {
    if (kid.kind === 'content') yield kid
    else if (kid.kind === 'element') yield* contentsOf(kid)
  }
}

/** A new element, not yet in the tree. */
export function createElement(root: StructureRoot, type: string, kids: Kid[]): StructureElement {
  const { context } = root.dict
  const dict = context.obj({ Type: 'StructElem' })
  return { kind: 'element', ref: context.register(dict), dict, type, kids }
}

function kidsOf(dict: PDFDict, inheritedPage: PDFRef | undefined): Kid[] {
  const { context } = dict
  const own = dict.get(name('Pg'))
  const page = own instanceof PDFRef ? own : inheritedPage
  const value = dict.lookup(name('K'))
  const items = value instanceof PDFArray ? value.asArray() : [dict.get(name('K'))]
  return items.flatMap((item) => kidOf(item, context.lookup(item), page))
}

function kidOf(item: PDFObject | undefined, value: PDFObject | undefined, page?: PDFRef): Kid[] {
  if (value instanceof PDFNumber)
    return page ? [{ kind: 'content', page, mcid: value.asNumber() }] : []
  if (!(value instanceof PDFDict)) return []
  const own = value.get(name('Pg'))
  const itsPage = own instanceof PDFRef ? own : page
  const type = value.lookupMaybe(name('Type'), PDFName)?.decodeText()
  if (type === 'MCR' && itsPage) {
    if (value.has(name('Stm'))) throw new Error('Unexpected tagged content inside a form XObject')
    const mcid = value.lookup(name('MCID'), PDFNumber).asNumber()
    return [{ kind: 'content', page: itsPage, mcid }]
  }
  const target = value.get(name('Obj'))
  if (type === 'OBJR' && itsPage && target instanceof PDFRef)
    return [{ kind: 'object', page: itsPage, ref: target }]
  if (!(item instanceof PDFRef)) return []
  const structureType = value.lookup(name('S'), PDFName).decodeText()
  return [
    { kind: 'element', ref: item, dict: value, type: structureType, kids: kidsOf(value, page) },
  ]
}

/**
 * Writes the tree back and builds the parent tree from it anew, so that both agree (ISO 32000-1, 14.7.4.4).
 */
export function writeStructure(root: StructureRoot): void {
  const { context } = root.dict
  const parents = new Map<number, PDFRef | PDFRef[]>()
  writeKids(root, parents)
  const entries = [...parents].sort(([a], [b]) => a - b)
  const nums = entries.flatMap(([key, value]) =>
    // Ids that were dropped leave holes, which have to be null.
    value instanceof PDFRef ? [key, value] : [key, context.register(arrayOf(context, value))],
  )
  root.dict.set(name('ParentTree'), context.register(context.obj({ Nums: nums })))
  root.dict.set(name('ParentTreeNextKey'), PDFNumber.of((entries.at(-1)?.[0] ?? -1) + 1))
}

function writeKids(
  parent: StructureRoot | StructureElement,
  parents: Map<number, PDFRef | PDFRef[]>,
): void {
  const { context } = parent.dict
  const page = parent.kids.find((kid) => kid.kind !== 'element')?.page
  if (page) parent.dict.set(name('Pg'), page)
  else parent.dict.delete(name('Pg'))

  const items = parent.kids.map((kid) => {
    if (kid.kind === 'element') {
      kid.dict.set(name('S'), name(kid.type))
      kid.dict.set(name('P'), parent.ref)
      writeKids(kid, parents)
      return kid.ref
    }
    if (kid.kind === 'object') {
      parents.set(keyOf(context, kid.ref, 'StructParent'), parent.ref)
      return context.obj({ Type: 'OBJR', Obj: kid.ref, Pg: kid.page })
    }
    const key = keyOf(context, kid.page, 'StructParents')
    const ofPage = parents.get(key) ?? []
    if (ofPage instanceof PDFRef) throw new Error(`Page and annotation share the key ${key}`)
    ofPage[kid.mcid] = parent.ref
    parents.set(key, ofPage)
    return kid.page === page
      ? PDFNumber.of(kid.mcid)
      : context.obj({ Type: 'MCR', Pg: kid.page, MCID: kid.mcid })
  })
  const [only, ...others] = items
  if (!only) parent.dict.delete(name('K'))
  else parent.dict.set(name('K'), others.length === 0 ? only : context.obj(items))
}

function keyOf(context: PDFContext, ref: PDFRef, entry: 'StructParent' | 'StructParents'): number {
  return context.lookup(ref, PDFDict).lookup(name(entry), PDFNumber).asNumber()
}

function arrayOf(context: PDFContext, refs: readonly (PDFRef | undefined)[]): PDFArray {
  const array = PDFArray.withContext(context)
  for (let index = 0; index < refs.length; index++) array.push(refs[index] ?? PDFNull)
  return array
}
