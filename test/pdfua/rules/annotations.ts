import { PDFNumber } from 'pdf-lib'
import {
  type Annotation,
  annotationAt,
  inherited,
  name,
  pathOf,
  type TaggedFile,
  textIn,
} from '../file/index.ts'
import { attributeOf, type Element } from '../file/structure.ts'
import type { Rule } from '../rule.ts'
import { isPdf2 } from './pdf-2.ts'

/** Links and form fields on the pages (7.18). */
export const annotationRules = {
  'tab-order': {
    source: '7.18.3',
    *check({ pages, annotations }) {
      for (const [index, { dict }] of pages.entries()) {
        const isNeeded = annotations.some(({ page }) => page === index + 1)
        if (isNeeded && dict.get(name('Tabs')) !== name('S')) yield `page ${index + 1}`
      }
    },
  },
  'link-element': {
    source: '7.18.5',
    check: (file) =>
      ofSubtype(file, 'Link')
        .filter((link) => !mayHoldLink(file, elementOf(file, link)?.standard))
        .map(annotationAt),
  },
  'link-description': {
    source: '7.18.5',
    check: (file) =>
      ofSubtype(file, 'Link')
        .filter(({ dict }) => !textIn(dict, 'Contents'))
        .map(annotationAt),
  },
  'widget-element': {
    source: '7.18.4',
    check: (file) =>
      ofSubtype(file, 'Widget')
        .filter((widget) => elementOf(file, widget)?.standard !== 'Form')
        .map(annotationAt),
  },
  'form-element': {
    source: '7.18.4',
    check: ({ structure }) =>
      structure.elements
        .filter(({ standard }) => standard === 'Form')
        .filter((element) => !isPrinted(element))
        .filter(
          ({ kids, contents, objects }) =>
            kids.length + contents.length > 0 || objects.length !== 1,
        )
        .map(pathOf),
  },
  tooltip: {
    source: '7.18.1',
    check: (file) =>
      ofSubtype(file, 'Widget')
        .filter(({ dict }) => !textIn(dict, 'TU') || !inherited(dict, 'TU'))
        .map(annotationAt),
  },
  'annotation-printed': {
    source: 'ISO 19005-3, 6.3.2',
    check: ({ annotations }) =>
      annotations
        .filter(({ dict }) => dict.lookupMaybe(name('F'), PDFNumber)?.asNumber() !== 4)
        .map(annotationAt),
  },
} satisfies Record<string, Rule>

/** A link stands in its own element, in PDF 2.0 also in a reference (ISO 14289-2, 8.2.5.20). */
function mayHoldLink(file: TaggedFile, type: string | undefined): boolean {
  return type === 'Link' || (type === 'Reference' && isPdf2(file))
}

function ofSubtype({ annotations }: TaggedFile, subtype: string): Annotation[] {
  return annotations.filter(({ dict }) => dict.get(name('Subtype')) === name(subtype))
}

/** A box to tick by pen, which has no widget (ISO 32000-1, 14.8.5.6). */
function isPrinted(element: Element): boolean {
  return (
    attributeOf(element, 'PrintField', 'Role') !== undefined &&
    element.kids.length + element.objects.length === 0
  )
}

function elementOf({ structure }: TaggedFile, { ref }: Annotation): Element | undefined {
  return structure.elements.find(({ objects }) => objects.some((item) => item === ref))
}
