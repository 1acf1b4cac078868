import { PDFBool, PDFDict } from 'pdf-lib'
import { name, type TaggedFile, textIn } from '../file/index.ts'
import type { Rule } from '../rule.ts'
import { isPdf2 } from './pdf-2.ts'

/** What the file says of itself. */
export const documentRules = {
  'document-tagged': {
    source: '7.1',
    check: ({ pdf }) => unless(isTrue(pdf.catalog, 'MarkInfo', 'Marked'), 'MarkInfo'),
  },
  'document-language': {
    source: '7.2',
    check: ({ pdf }) =>
      unless(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/.test(textIn(pdf.catalog, 'Lang') ?? ''), 'Lang'),
  },
  'title-shown': {
    source: '7.1',
    check: ({ pdf }) =>
      unless(isTrue(pdf.catalog, 'ViewerPreferences', 'DisplayDocTitle'), 'ViewerPreferences'),
  },
  'metadata-title': {
    source: '7.1',
    check: ({ metadata }) =>
      unless(
        /<dc:title>[\s\S]*<rdf:li[^>]*>[^<]+<\/rdf:li>[\s\S]*<\/dc:title>/.test(metadata),
        'XMP',
      ),
  },
  'metadata-pdfua': {
    source: '5',
    check: (file) =>
      isPdf2(file)
        ? []
        : unless(/<pdfuaid:part>1<\/pdfuaid:part>|pdfuaid:part="1"/.test(file.metadata), 'XMP'),
  },
} satisfies Record<string, Rule>

function unless(holds: boolean, at: string): string[] {
  return holds ? [] : [at]
}

function isTrue(catalog: TaggedFile['pdf']['catalog'], entry: string, key: string): boolean {
  const value = catalog.lookupMaybe(name(entry), PDFDict)?.lookup(name(key))
  return value === PDFBool.True
}
