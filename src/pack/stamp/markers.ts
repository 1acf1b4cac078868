import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFHexString,
  type PDFPage,
  PDFRef,
  PDFString,
} from 'pdf-lib'
import { keyInAddress } from '../../contracts/field-address.ts'
import { name, numbers, round } from './objects.ts'

/** A printed box that stands for a slot: a link to its field address. */
export interface Marker {
  readonly key: string
  /** Page, counted from 0. */
  readonly page: number
  readonly pageRef: PDFRef
  /** Left, bottom, right, top in PDF points. */
  readonly rect: readonly [number, number, number, number]
  /** The link annotation, which becomes the widget under the same object number. */
  readonly ref: PDFRef
  readonly annotation: PDFDict
}

/** An annotation with its reference and the page it is on. */
export interface PlacedAnnotation {
  readonly ref: PDFRef
  readonly annotation: PDFDict
  readonly page: PDFPage
}

/** All markers in the order of the pages. */
export function findMarkers(file: PDFDocument): Marker[] {
  return file.getPages().flatMap((page, index) =>
    annotationsOf(page).flatMap(({ ref, annotation }) => {
      const key = keyInAddress(uriOf(annotation))
      if (key === undefined) return []
      const [left = 0, bottom = 0, right = 0, top = 0] = numbers(
        annotation.lookup(name('Rect'), PDFArray),
      ).map((value) => round(value))
      return [
        { key, page: index, pageRef: page.ref, rect: [left, bottom, right, top], ref, annotation },
      ]
    }),
  )
}

/** The annotations of a page that have an object number of their own, as all of Chromium's have. */
export function annotationsOf(page: PDFPage): PlacedAnnotation[] {
  const annotations = page.node.Annots()?.asArray() ?? []
  return annotations
    .filter((item) => item instanceof PDFRef)
    .map((ref) => ({ ref, annotation: page.node.context.lookup(ref, PDFDict), page }))
}

/** The address that a link leads to. */
export function uriOf(annotation: PDFDict): string | undefined {
  return annotation
    .lookupMaybe(name('A'), PDFDict)
    ?.lookupMaybe(name('URI'), PDFString, PDFHexString)
    ?.decodeText()
}
