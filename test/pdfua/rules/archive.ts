import { PDFArray, PDFDict, PDFName, PDFNumber, PDFStream } from 'pdf-lib'
import { name, type TaggedFile, textIn } from '../file/index.ts'
import type { Rule } from '../rule.ts'
import { isPdf2 } from './pdf-2.ts'

/**
 * What PDF/A-3a asks for beside PDF/UA-1. A form to fill in does not claim it, since programs open such a file for reading
 * only, nor does PDF 2.0, which it does not know; the rest holds for them all the same.
 */
export const archiveRules = {
  'metadata-pdfa': {
    source: 'ISO 19005-3, 6.6.4',
    check: (file) => {
      const claims = [/<pdfaid:part>3</, /<pdfaid:conformance>A</].every((claim) =>
        claim.test(file.metadata),
      )
      return claims === isArchival(file) ? [] : ['XMP']
    },
  },
  'metadata-extension': {
    source: 'ISO 19005-3, 6.6.2.3.3',
    *check(file) {
      const { metadata } = file
      if (!isArchival(file)) return
      const prefixes = [...metadata.matchAll(/<(pdfuaid|policypack):\w+>/g)].map(
        ([, prefix]) => prefix,
      )
      for (const prefix of new Set(prefixes))
        if (!metadata.includes(`<pdfaSchema:prefix>${prefix}</pdfaSchema:prefix>`))
          yield `${prefix}`
    },
  },
  'output-intent': {
    source: 'ISO 19005-3, 6.2.3',
    check: (file) =>
      hasOutputIntent(file.pdf.catalog) === isArchival(file) ? [] : ['OutputIntents'],
  },
  'file-identifier': {
    source: 'ISO 19005-3, 6.1.3',
    check: ({ pdf }) => (pdf.context.trailerInfo.ID ? [] : ['trailer']),
  },
  'embedded-file': {
    source: 'ISO 19005-3, 6.8',
    check: ({ pdf }) =>
      embeddedFiles(pdf.catalog)
        .filter((file) => !isAssociated(pdf.catalog, file) || !isDescribed(file))
        .map((file) => textIn(file, 'F') ?? 'EmbeddedFiles'),
  },
  'active-content': {
    source: 'ISO 19005-3, 6.5.1',
    check: ({ pdf }) =>
      ['AA', 'OpenAction']
        .filter((entry) => pdf.catalog.has(name(entry)))
        .concat(
          pdf.catalog.lookupMaybe(name('Names'), PDFDict)?.has(name('JavaScript'))
            ? ['JavaScript']
            : [],
        ),
  },
} satisfies Record<string, Rule>

function isArchival(file: TaggedFile): boolean {
  return !file.pdf.catalog.has(name('AcroForm')) && !isPdf2(file)
}

type Catalog = TaggedFile['pdf']['catalog']

function hasOutputIntent(catalog: Catalog): boolean {
  const intent = catalog.lookupMaybe(name('OutputIntents'), PDFArray)?.lookupMaybe(0, PDFDict)
  const profile = intent?.lookup(name('DestOutputProfile'))
  return (
    intent?.get(name('S')) === name('GTS_PDFA1') &&
    profile instanceof PDFStream &&
    profile.dict.lookupMaybe(name('N'), PDFNumber)?.asNumber() === 3
  )
}

function embeddedFiles(catalog: Catalog): PDFDict[] {
  const names = catalog
    .lookupMaybe(name('Names'), PDFDict)
    ?.lookupMaybe(name('EmbeddedFiles'), PDFDict)
    ?.lookupMaybe(name('Names'), PDFArray)
  const items = names?.asArray().map((_, index) => names.lookup(index)) ?? []
  return items.filter((item) => item instanceof PDFDict)
}

function isAssociated(catalog: Catalog, file: PDFDict): boolean {
  const associated = catalog.lookupMaybe(name('AF'), PDFArray)
  return associated?.asArray().some((_, index) => associated.lookup(index) === file) ?? false
}

function isDescribed(file: PDFDict): boolean {
  const stream = file.lookupMaybe(name('EF'), PDFDict)?.lookup(name('F'))
  return (
    file.has(name('F')) &&
    file.has(name('UF')) &&
    file.has(name('AFRelationship')) &&
    stream instanceof PDFStream &&
    stream.dict.lookupMaybe(name('Subtype'), PDFName) !== undefined
  )
}
