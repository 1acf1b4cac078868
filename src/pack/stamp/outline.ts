import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFNumber,
  PDFRef,
  PDFString,
} from 'pdf-lib'
import type { ReadText } from './content/element-text.ts'
import { name, text } from './objects.ts'
import { elementsOf, type StructureRoot } from './structure/tree.ts'

/**
 * Gives each bookmark the text of its heading. Chromium makes one for each, but leaves out spaces where a line ends, and
 * says a text twice when the heading was moved to the next page. Where there is not one for each, as when a style sheet
 * hides a heading, they stay as they are, and the first heading without is told.
 */
export function mendOutline(
  file: PDFDocument,
  structure: StructureRoot,
  textOf: ReadText,
  onUnlisted: (heading: string) => void,
): void {
  const headings = [...elementsOf(structure)].filter(({ type }) => /^H[1-6]$/.test(type))
  const items = bookmarksIn(file).map((ref) => file.context.lookup(ref, PDFDict))
  if (items.length !== headings.length) {
    const titles = new Set(items.map((item) => withoutSpaces(textIn(item))))
    const texts = headings.map(textOf)
    onUnlisted(texts.find((one) => !titles.has(withoutSpaces(one))) ?? texts.at(-1) ?? '')
    return
  }
  for (const [index, heading] of headings.entries())
    items[index]?.set(name('Title'), text(textOf(heading)))
}

/**
 * Adds bookmarks where their pages are, and puts those that follow one to a page before a group below that one, as far as the next of
 * its kind; their own are shown when they are opened. The order in which all of them stand is that of the pages.
 */
export function nestBookmarks(
  file: PDFDocument,
  groupPages: ReadonlySet<number>,
  added: readonly PDFRef[],
): void {
  const { catalog, context } = file
  const known = catalog.get(name('Outlines'))
  const root = known instanceof PDFRef ? known : context.register(context.obj({ Type: 'Outlines' }))
  catalog.set(name('Outlines'), root)
  const numbers = new Map(file.getPages().map(({ ref }, index) => [ref, index]))
  const itemAt = (ref: PDFRef) => context.lookup(ref, PDFDict)
  const pageAt = (ref: PDFRef) => numbers.get(destinationOf(itemAt(ref))?.get(0) as PDFRef) ?? -1
  const top: PDFRef[] = []
  const groups = new Map<PDFRef, PDFRef[]>()
  for (const ref of [...topBookmarksOf(file), ...added].sort((a, b) => pageAt(a) - pageAt(b))) {
    const group = groups.get(top.at(-1) ?? ref)
    if (groupPages.has(pageAt(ref))) {
      groups.set(ref, [])
      top.push(ref)
    } else if (group) {
      group.push(ref)
      close(itemAt(ref))
    } else top.push(ref)
  }
  for (const [ref, items] of groups) chain(file, ref, items)
  chain(file, root, top)
  const shown = top.reduce((sum, ref) => sum + 1 + Math.max(0, countOf(itemAt(ref))), 0)
  itemAt(root).set(name('Count'), PDFNumber.of(shown))
}

/** Where a bookmark leads (ISO 32000-1, 12.3.3). */
export function destinationOf(item: PDFDict): PDFArray | undefined {
  const action = item.lookupMaybe(name('A'), PDFDict)
  const destination = item.lookup(name('Dest')) ?? action?.lookup(name('D'))
  return destination instanceof PDFArray ? destination : undefined
}

/** How many bookmarks are shown below one; negative where they are shown when it is opened. */
function countOf(item: PDFDict): number {
  return item.lookupMaybe(name('Count'), PDFNumber)?.asNumber() ?? 0
}

function close(item: PDFDict): void {
  if (countOf(item) > 0) item.set(name('Count'), PDFNumber.of(-countOf(item)))
}

/** Makes bookmarks those below another one, or of the whole outline, in this order (ISO 32000-1, tables 152 and 153). */
function chain({ context }: PDFDocument, parentRef: PDFRef, items: readonly PDFRef[]): void {
  const parent = context.lookup(parentRef, PDFDict)
  const link = (from: PDFDict, key: string, to: PDFRef | undefined) =>
    to ? from.set(name(key), to) : from.delete(name(key))
  link(parent, 'First', items[0])
  link(parent, 'Last', items.at(-1))
  if (items.length > 0) parent.set(name('Count'), PDFNumber.of(items.length))
  for (const [index, ref] of items.entries()) {
    const item = context.lookup(ref, PDFDict)
    item.set(name('Parent'), parentRef)
    link(item, 'Prev', items[index - 1])
    link(item, 'Next', items[index + 1])
  }
}

/** The bookmarks that are below no other. */
export function topBookmarksOf({ catalog }: PDFDocument): PDFRef[] {
  const outline = catalog.lookupMaybe(name('Outlines'), PDFDict)
  return outline ? [...refsIn(outline)] : []
}

/** All bookmarks, each before those below it. */
export function bookmarksIn(file: PDFDocument): PDFRef[] {
  const below = (ref: PDFRef): PDFRef[] => [
    ref,
    ...[...refsIn(file.context.lookup(ref, PDFDict))].flatMap(below),
  ]
  return topBookmarksOf(file).flatMap(below)
}

/** The bookmarks right below another one or the whole outline (ISO 32000-1, 12.3.3). */
function* refsIn(parent: PDFDict): Generator<PDFRef> {
  let ref = parent.get(name('First'))
  while (ref instanceof PDFRef) {
    yield ref
    ref = parent.context.lookup(ref, PDFDict).get(name('Next'))
  }
}

function textIn(item: PDFDict): string {
  const title = item.lookup(name('Title'))
  return title instanceof PDFHexString || title instanceof PDFString ? title.decodeText() : ''
}

function withoutSpaces(words: string): string {
  return words.replace(/\s/g, '')
}
