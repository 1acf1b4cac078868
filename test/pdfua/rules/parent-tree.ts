import { PDFArray, PDFDict, PDFNumber, PDFRef } from 'pdf-lib'
import { annotationAt, name, pathOf, type TaggedFile } from '../file/index.ts'
import type { Element } from '../file/structure.ts'
import type { Rule } from '../rule.ts'

/** The way from the pages to the structure tree and the way back agree (ISO 32000-1, 14.7.4). */
export const parentTreeRules = {
  'content-duplicate': {
    source: 'ISO 32000-1, 14.7.4.2',
    *check({ pages }) {
      for (const [index, { content }] of pages.entries()) {
        const ids = content.sequences.flatMap(({ mcid }) => (mcid === undefined ? [] : [mcid]))
        for (const id of ids.filter((mcid, at) => ids.indexOf(mcid) !== at))
          yield `page ${index + 1}, content ${id}`
      }
    },
  },
  'content-parent': {
    source: 'ISO 32000-1, 14.7.4.4',
    *check(file) {
      const owners = ownersOf(file)
      for (const [index, { ref, dict, content }] of file.pages.entries()) {
        const key = dict.lookupMaybe(name('StructParents'), PDFNumber)?.asNumber()
        const value = file.pdf.context.lookup(file.structure.parents.get(key ?? -1))
        for (const { mcid } of content.sequences) {
          if (mcid === undefined) continue
          const parent =
            value instanceof PDFArray && mcid < value.size() ? value.get(mcid) : undefined
          const owner = owners.get(`${ref} ${mcid}`)
          if (!owner || owner.ref !== parent) yield `page ${index + 1}, content ${mcid}`
        }
      }
    },
  },
  'content-missing': {
    source: 'ISO 32000-1, 14.7.4.2',
    *check(file) {
      const present = new Set(
        file.pages.flatMap(({ ref, content }) =>
          content.sequences.map(({ mcid }) => `${ref} ${mcid}`),
        ),
      )
      for (const [key, element] of ownersOf(file)) if (!present.has(key)) yield pathOf(element)
    },
  },
  'annotation-struct-parent': {
    source: 'ISO 32000-1, 14.7.4.3',
    check: ({ annotations, structure }) =>
      annotations
        .filter(({ dict, ref }) => {
          const key = dict.lookupMaybe(name('StructParent'), PDFNumber)?.asNumber()
          const parent = structure.parents.get(key ?? -1)
          const owner = structure.elements.find(({ objects }) =>
            objects.some((item) => item === ref),
          )
          return !owner || owner.ref !== parent
        })
        .map(annotationAt),
  },
  'element-parent': {
    source: 'ISO 32000-1, 14.7.2',
    check: ({ structure, pdf }) =>
      structure.elements
        .filter(({ dict, parent }) => {
          const value = dict.get(name('P'))
          const expected = parent?.dict ?? pdf.catalog.lookup(name('StructTreeRoot'))
          return !(value instanceof PDFRef) || pdf.context.lookup(value, PDFDict) !== expected
        })
        .map(pathOf),
  },
} satisfies Record<string, Rule>

/** The elements that hold each piece of content, by page and id. */
function ownersOf({ structure }: TaggedFile): Map<string, Element> {
  return new Map(
    structure.elements.flatMap((element) =>
      element.contents.map(({ page, mcid }) => [`${page} ${mcid}`, element] as const),
    ),
  )
}
