import { PDFArray, PDFDict } from 'pdf-lib'
import { annotationAt, name, pathOf, type TaggedFile, textIn } from '../file/index.ts'
import { isOfPdf2, onlyOfPdf17 } from '../file/structure.ts'
import type { Rule } from '../rule.ts'

/** What PDF/UA-2 (ISO 14289-2) asks for beside PDF/UA-1, of the files that say that they are PDF 2.0. */
export const pdf2Rules = {
  'ua2-identification': ofPdf2('ISO 14289-2, 5', ({ metadata }) =>
    /<pdfuaid:part>2<\/pdfuaid:part>/.test(metadata) &&
    /<pdfuaid:rev>2024<\/pdfuaid:rev>/.test(metadata)
      ? []
      : ['XMP'],
  ),
  'ua2-declarations': ofPdf2('Well-Tagged PDF 1.0, 6.1', ({ metadata }) =>
    ['accessibility1.0', 'reuse1.0'].filter(
      (level) =>
        !metadata.includes(`<pdfd:conformsTo>http://pdfa.org/declarations/wtpdf#${level}<`),
    ),
  ),
  'ua2-namespace': ofPdf2('ISO 14289-2, 8.2.5.2', ({ structure }) =>
    structure.elements
      .filter(({ type, dict }) => isOfPdf2(dict) === onlyOfPdf17.has(type))
      .map(pathOf),
  ),
  'ua2-contents-target': ofPdf2('ISO 14289-2, 8.2.5.8', ({ structure }) =>
    structure.elements
      .filter(({ type }) => type === 'TOCI')
      .filter(({ dict }) => !dict.lookupMaybe(name('Ref'), PDFArray)?.lookupMaybe(0, PDFDict))
      .map(pathOf),
  ),
  'ua2-link-in-reference': ofPdf2('ISO 32005, table 2', ({ structure }) =>
    structure.elements
      .filter(({ type, parent }) => type === 'Link' && parent?.type === 'Reference')
      .map(pathOf),
  ),
  'ua2-destination': ofPdf2('ISO 14289-2, 8.8', ({ pdf, annotations }) => [
    ...annotations.filter(({ dict }) => !leadsToElement(dict)).map(annotationAt),
    ...bookmarksBelow(pdf.catalog.lookupMaybe(name('Outlines'), PDFDict))
      .filter((item) => !leadsToElement(item))
      .map((item) => `bookmark ${textIn(item, 'Title')}`),
  ]),
  'ua2-note': ofPdf2('ISO 14289-2, 8.2.5.14', ({ structure }) =>
    structure.elements
      .filter(({ type, dict }) => type === 'Note' || (type === 'FENote' && !isReferredTo(dict)))
      .map(pathOf),
  ),
} satisfies Record<string, Rule>

/** Whether a note names the places that refer to it, and each of them the note. */
function isReferredTo(note: PDFDict): boolean {
  const places = refsOf(note)
  return places.length > 0 && places.every((place) => refsOf(place).includes(note))
}

function refsOf(dict: PDFDict): PDFDict[] {
  const refs = dict.lookupMaybe(name('Ref'), PDFArray)
  return refs?.asArray().map((_, index) => refs.lookup(index, PDFDict)) ?? []
}

/** Whether a file is made to be PDF 2.0 with PDF/UA-2. */
export function isPdf2({ pdf }: TaggedFile): boolean {
  return pdf.context.header.toString().includes('%PDF-2.')
}

function ofPdf2(source: string, check: Rule['check']): Rule {
  return { source, check: (file) => (isPdf2(file) ? check(file) : []) }
}

/** Where there is a destination in the file, it must be one to an element of the structure tree. */
function leadsToElement(dict: PDFDict): boolean {
  if (dict.has(name('Dest'))) return false
  const action = dict.lookupMaybe(name('A'), PDFDict)
  if (action?.get(name('S')) !== name('GoTo')) return true
  return action.lookupMaybe(name('SD'), PDFArray)?.lookupMaybe(0, PDFDict)?.has(name('S')) ?? false
}

function bookmarksBelow(parent: PDFDict | undefined): PDFDict[] {
  const found: PDFDict[] = []
  let item = parent?.lookupMaybe(name('First'), PDFDict)
  while (item) {
    found.push(item, ...bookmarksBelow(item))
    item = item.lookupMaybe(name('Next'), PDFDict)
  }
  return found
}
