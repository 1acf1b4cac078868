import { type Rect, readRect } from './geometry.ts'
import type { ObjectStore } from './object-store.ts'
import { isDict, type PdfDict, type PdfObject, PdfStream } from './objects.ts'
import type { PdfFile } from './open.ts'

export interface PdfPage {
  /** Counted from 0. */
  readonly index: number
  readonly dict: PdfDict
  /** US Letter where the file does not say, as viewers assume. */
  readonly mediaBox: Rect
  /** Clockwise, in degrees: 0, 90, 180 or 270. */
  readonly rotate: number
  readonly resources: PdfDict | undefined
}

/** Lists the pages in order; a broken page tree is a problem of the file, and its pages are searched for. */
export function readPages(file: PdfFile): PdfPage[] {
  const known = pagesOf.get(file)
  if (known) return known
  const pages = walkTree(file)
  const found = pages.length > 0 ? pages : searchPages(file)
  pagesOf.set(file, found)
  return found
}

const pagesOf = new WeakMap<PdfFile, PdfPage[]>()

interface Node {
  readonly object: PdfObject
  readonly inherited: Inherited
}

type Inherited = Pick<PdfPage, 'mediaBox' | 'rotate' | 'resources'>

function walkTree({ catalog, objects }: PdfFile): PdfPage[] {
  const pages: PdfPage[] = []
  const visited = new Set<PdfDict>()
  const stack: Node[] = [{ object: catalog.get('Pages') ?? null, inherited: defaults }]
  let isDamaged = false
  for (let node = stack.pop(); node; node = stack.pop()) {
    const dict = objects.resolve(node.object)
    if (!isDict(dict) || visited.has(dict)) {
      isDamaged = true
      continue
    }
    if (pages.length >= objects.limits.pages || visited.size >= objects.limits.objects) {
      objects.report({ kind: 'limit-reached', limit: 'pages' })
      break
    }
    visited.add(dict)
    const inherited = inherit(objects, dict, node.inherited)
    const kids = objects.array(dict.get('Kids'))
    if (kids && objects.name(dict.get('Type')) !== 'Page') {
      for (let i = kids.length - 1; i >= 0; i--) stack.push({ object: kids[i] ?? null, inherited })
    } else {
      pages.push({ index: pages.length, dict, ...inherited })
    }
  }
  if (isDamaged) objects.report({ kind: 'page-tree-damaged', pages: pages.length })
  return pages
}

function searchPages({ objects }: PdfFile): PdfPage[] {
  const pages: PdfPage[] = []
  for (const reference of objects.allReferences()) {
    const dict = objects.resolve(reference)
    if (!isDict(dict) || objects.name(dict.get('Type')) !== 'Page') continue
    if (pages.length >= objects.limits.pages) break
    pages.push({ index: pages.length, dict, ...inherit(objects, dict, defaults) })
  }
  objects.report({ kind: 'page-tree-damaged', pages: pages.length })
  return pages
}

function inherit(objects: ObjectStore, dict: PdfDict, from: Inherited): Inherited {
  const rotate = objects.number(dict.get('Rotate'))
  return {
    mediaBox: readRect(objects, dict.get('MediaBox')) ?? from.mediaBox,
    rotate: rotate === undefined ? from.rotate : ((rotate % 360) + 360) % 360,
    resources: objects.dict(dict.get('Resources')) ?? from.resources,
  }
}

const defaults: Inherited = {
  mediaBox: [0, 0, 612, 792],
  rotate: 0,
  resources: undefined,
}

export function readAnnotationDicts(objects: ObjectStore, page: PdfPage): PdfDict[] {
  const annotations = objects.array(page.dict.get('Annots')) ?? []
  return annotations
    .slice(0, objects.limits.annotations)
    .map((annotation) => objects.resolve(annotation))
    .filter(isDict)
}

/** The decoded content streams of a page, in order. */
export function readPageContents({ objects }: PdfFile, page: PdfPage): Uint8Array[] {
  const contents = objects.resolve(page.dict.get('Contents'))
  const parts = contents instanceof PdfStream ? [contents] : (objects.array(contents) ?? [])
  return parts
    .map((part) => objects.resolve(part))
    .filter((part) => part instanceof PdfStream)
    .map((stream) => objects.streamData(stream).bytes)
}
