import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  type PDFObject,
  PDFRef,
  PDFStream,
  PDFString,
} from 'pdf-lib'
import { type Content, readAppearance, readPage, textOf, type UsedFont } from './content.ts'
import { type Element, readStructure, type Structure } from './structure.ts'

/** An annotation and its page, counted from 1. */
export interface Annotation {
  readonly dict: PDFDict
  readonly ref: PDFRef | undefined
  readonly page: number
}

/** A terminal field with its widgets. */
interface FormField {
  /** Fully qualified name. */
  readonly name: string
  readonly dict: PDFDict
  readonly widgets: readonly PDFDict[]
}

/** A file, read once for all rules. */
export interface TaggedFile {
  readonly pdf: PDFDocument
  readonly structure: Structure
  readonly pages: readonly {
    readonly ref: PDFRef
    readonly dict: PDFDict
    readonly content: Content
  }[]
  readonly annotations: readonly Annotation[]
  readonly form: PDFDict | undefined
  readonly fields: readonly FormField[]
  /** Fonts that pages and appearances show text in. */
  readonly fonts: readonly UsedFont[]
  /** The XMP packet, empty where there is none. */
  readonly metadata: string
}

/** Reads a file. Throws when it is not a PDF. */
export async function readTaggedFile(bytes: Uint8Array): Promise<TaggedFile> {
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false })
  const pages = pdf
    .getPages()
    .map((page) => ({ ref: page.ref, dict: page.node as PDFDict, content: readPage(page) }))
  const annotations = pdf.getPages().flatMap((page, index) => {
    const items = page.node.Annots()?.asArray() ?? []
    return items.map((item) => ({
      dict: pdf.context.lookup(item, PDFDict),
      ref: item instanceof PDFRef ? item : undefined,
      page: index + 1,
    }))
  })
  const form = pdf.catalog.lookupMaybe(name('AcroForm'), PDFDict)
  const shown = [...pages.map(({ content }) => content), ...annotations.flatMap(appearancesOf)]
  return {
    pdf,
    structure: readStructure(pdf),
    pages,
    annotations,
    form,
    fields: form ? fieldsOf(form.lookupMaybe(name('Fields'), PDFArray), '') : [],
    fonts: mergeFonts(shown),
    metadata: Buffer.from(textOf(pdf.catalog.lookup(name('Metadata'))), 'latin1').toString('utf8'),
  }
}

/** A name object. */
export function name(value: string): PDFName {
  return PDFName.of(value)
}

/** The text of a text string; undefined where there is none. */
export function textIn(dict: PDFDict, key: string): string | undefined {
  const value = dict.lookup(name(key))
  return value instanceof PDFString || value instanceof PDFHexString
    ? value.decodeText()
    : undefined
}

/** A field's entry, its own or one that it inherits. */
export function inherited(dict: PDFDict, key: string): PDFObject | undefined {
  return (
    dict.lookup(name(key)) ??
    (dict.has(name('Parent')) ? inherited(dict.lookup(name('Parent'), PDFDict), key) : undefined)
  )
}

/** Where an element is, as a path of types. */
export function pathOf(element: Element): string {
  return element.parent ? `${pathOf(element.parent)}/${element.type}` : element.type
}

/** What to call an annotation in a finding. */
export function annotationAt({ dict, page }: Annotation): string {
  const field = textIn(dict, 'T') ?? textIn(dict, 'TU') ?? ''
  return `page ${page}, ${String(dict.get(name('Subtype'))).slice(1)} ${field}`.trim()
}

function fieldsOf(kids: PDFArray | undefined, path: string): FormField[] {
  return (kids?.asArray() ?? []).flatMap((_, index) => {
    const dict = kids?.lookup(index, PDFDict) as PDFDict
    const own = [path, textIn(dict, 'T')].filter(Boolean).join('.')
    const below = dict.lookupMaybe(name('Kids'), PDFArray)
    const items = below?.asArray().map((item) => dict.context.lookup(item, PDFDict)) ?? []
    if (items.some((item) => item.has(name('T')))) return fieldsOf(below, own)
    return [{ name: own, dict, widgets: items.length > 0 ? items : [dict] }]
  })
}

function appearancesOf({ dict }: Annotation): Content[] {
  const normal = dict.lookupMaybe(name('AP'), PDFDict)?.lookup(name('N'))
  if (normal instanceof PDFStream) return [readAppearance(normal)]
  const states = normal instanceof PDFDict ? normal.keys().map((key) => normal.lookup(key)) : []
  return states.filter((state) => state instanceof PDFStream).map(readAppearance)
}

function mergeFonts(contents: readonly Content[]): UsedFont[] {
  const fonts = new Map<PDFDict, UsedFont>()
  for (const { dict, codes } of contents.flatMap(({ fonts }) => [...fonts.values()])) {
    const known = fonts.get(dict)?.codes ?? []
    fonts.set(dict, { dict, codes: new Set([...known, ...codes]) })
  }
  return [...fonts.values()]
}
