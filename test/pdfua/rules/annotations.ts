import { PDFArray, type PDFDict, PDFNumber } from 'pdf-lib'
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
import { textOfElement } from '../file/texts.ts'
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
  'link-readings': {
    source: 'one link is said in one way: by its alternative text, or by the text that is there',
    check: (file) =>
      ofSubtype(file, 'Link')
        .filter((link) => {
          const element = elementOf(file, link)
          const description = textIn(link.dict, 'Contents')
          if (!element || !description) return false
          const said = textIn(element.dict, 'Alt') ?? textOfElement(file, element)
          return said.trim() !== '' && withoutSpaces(said) !== withoutSpaces(description)
        })
        .map(annotationAt),
  },
  'link-lines': {
    source: 'ISO 32000-1, table 173: one annotation has the places of all lines',
    check: ({ structure, annotations }) =>
      structure.elements
        .filter(({ standard }) => standard === 'Link')
        .filter(({ objects }) => {
          const pages = objects.map((ref) => annotations.find((one) => one.ref === ref)?.page)
          return new Set(pages).size < pages.length
        })
        .map(pathOf),
  },
  'link-sliver': {
    source: 'a place that nobody can hit, such as the space at the end of a line',
    check: (file) =>
      ofSubtype(file, 'Link')
        .filter(({ dict }) => [rectOf(dict), ...quadsOf(dict)].some(isSliver))
        .map(annotationAt),
  },
  'link-quads': {
    source: 'ISO 32000-1, table 173',
    check: (file) =>
      ofSubtype(file, 'Link')
        .filter(({ dict }) => {
          const [left = 0, bottom = 0, right = 0, top = 0] = rectOf(dict)
          return quadsOf(dict).some(
            ([x1 = 0, y1 = 0, x2 = 0, y2 = 0]) =>
              x1 < left || y1 < bottom || x2 > right || y2 > top,
          )
        })
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

/** PDF points. */
const SLIVER = 3

function isSliver([left = 0, bottom = 0, right = 0, top = 0]: readonly number[]): boolean {
  return right - left < SLIVER || top - bottom < SLIVER
}

function rectOf(dict: PDFDict): number[] {
  return numbersOf(dict.lookupMaybe(name('Rect'), PDFArray))
}

/** The rectangles around the quadrilaterals of a link. */
function quadsOf(dict: PDFDict): number[][] {
  const values = numbersOf(dict.lookupMaybe(name('QuadPoints'), PDFArray))
  return Array.from({ length: Math.ceil(values.length / 8) }, (_, index) => {
    const points = values.slice(8 * index, 8 * index + 8)
    const [xs, ys] = [0, 1].map((odd) => points.filter((_, at) => at % 2 === odd))
    return [Math.min(...xs!), Math.min(...ys!), Math.max(...xs!), Math.max(...ys!)]
  })
}

function numbersOf(array: PDFArray | undefined): number[] {
  return array?.asArray().map((_, index) => array.lookup(index, PDFNumber).asNumber()) ?? []
}

function withoutSpaces(text: string): string {
  return text.replace(/\s+/g, '')
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
