import { PDFArray, PDFDict, type PDFDocument } from 'pdf-lib'
import { uriOf } from '../markers.ts'
import { name } from '../objects.ts'

/** What a file that is only to be read needs (ISO 32000-1, tables 28 and 30). */
const kept = {
  catalog: 'Type Version Pages StructTreeRoot MarkInfo Outlines PageMode Dests Lang'.split(' '),
  page: 'Type Parent MediaBox CropBox Rotate Resources Contents StructParents Tabs Annots Group'.split(
    ' ',
  ),
  link: 'Type Subtype Rect Border C F H QuadPoints Contents StructParent P A Dest'.split(' '),
} as const

/**
 * Takes out of a file all that is not to be read on its pages: fields, notes, scripts, attachments and actions, but for links to
 * places in the file and to addresses.
 */
export function makePlain(file: PDFDocument): void {
  keep(file.catalog, kept.catalog)
  for (const { node } of file.getPages()) {
    keep(node, kept.page)
    const annotations = node.lookupMaybe(name('Annots'), PDFArray)?.asArray() ?? []
    const links = annotations.filter((item) => isLink(file.context.lookup(item)))
    for (const item of links) keep(file.context.lookup(item, PDFDict), kept.link)
    if (links.length > 0) node.set(name('Annots'), file.context.obj(links))
    else node.delete(name('Annots'))
  }
}

function isLink(item: unknown): boolean {
  if (!(item instanceof PDFDict) || item.get(name('Subtype')) !== name('Link')) return false
  const action = item.lookup(name('A'))
  const isAddress = action instanceof PDFDict && action.lookup(name('S')) === name('URI')
  return action === undefined ? item.has(name('Dest')) : isAddress && uriOf(item) !== undefined
}

function keep(dict: PDFDict, entries: readonly string[]): void {
  for (const key of dict.keys()) if (!entries.includes(key.decodeText())) dict.delete(key)
}
