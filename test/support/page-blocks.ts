import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** What stands on a page, as pdf.js reads it; no heads, feet and other artifacts. */
export interface PageBlocks {
  /** PDF points. */
  readonly height: number
  /** Pieces of content in the order of the structure tree. */
  readonly pieces: readonly Piece[]
  /** The tables that have something on this page. */
  readonly tables: readonly TableOnPage[]
}

/** A piece of text or a field. */
export interface Piece {
  /** Types of the elements that it stands in, from the outside, for example `Document Table TR TD`. */
  readonly path: string
  /** Empty for fields. */
  readonly text: string
  readonly isSignature: boolean
  /** Its lower end, PDF points from the bottom of the page. */
  readonly bottom: number
}

/** How many rows of data a table has, and how many of them stand on a page. */
interface TableOnPage {
  readonly rows: number
  readonly here: number
}

/** Reads what stands on each page of a tagged PDF. */
export async function readPageBlocks(pdf: Uint8Array): Promise<PageBlocks[]> {
  const task = getDocument({ data: Uint8Array.from(pdf), verbosity: 0 })
  try {
    const file = await task.promise
    const pages: PageBlocks[] = []
    for (let number = 1; number <= file.numPages; number += 1)
      pages.push(await readPage(await file.getPage(number)))
    return pages
  } finally {
    await task.destroy()
  }
}

type PdfPage = Awaited<ReturnType<Awaited<ReturnType<typeof getDocument>['promise']>['getPage']>>

/** The part of pdf.js's structure nodes that is used here. */
interface Node {
  readonly role?: string
  readonly type?: string
  readonly id?: string
  readonly children?: readonly Node[]
}

type Contents = ReadonlyMap<string, Omit<Piece, 'path'>>

async function readPage(page: PdfPage): Promise<PageBlocks> {
  const contents = new Map([...(await textsOf(page)), ...(await fieldsOf(page))])
  const tree = ((await page.getStructTree()) ?? {}) as Node
  const tables = nodesIn(tree)
    .filter(({ role }) => role === 'Table')
    .map((table) => {
      const rows = nodesIn(table).filter(
        ({ role, children = [] }) => role === 'TR' && children.some((cell) => cell.role === 'TD'),
      )
      return { rows: rows.length, here: rows.filter((row) => hasContent(row, contents)).length }
    })
  return {
    height: page.view[3] ?? 0,
    pieces: piecesIn(tree, contents),
    tables: tables.filter(({ here }) => here > 0),
  }
}

/** Texts by the ids of their marked content. */
async function textsOf(page: PdfPage): Promise<Contents> {
  const { items } = await page.getTextContent({ includeMarkedContent: true })
  const texts = new Map<string, Omit<Piece, 'path'>>()
  const open: (string | undefined)[] = []
  for (const item of items) {
    if ('str' in item) {
      const id = open.findLast((each) => each !== undefined)
      if (!id || item.str.trim() === '') continue
      const { text = '', bottom = Number.POSITIVE_INFINITY } = texts.get(id) ?? {}
      texts.set(id, {
        text: `${text}${item.str}`,
        isSignature: false,
        bottom: Math.min(bottom, item.transform[5]),
      })
    } else if (item.type === 'endMarkedContent') open.pop()
    else open.push(item.id)
  }
  return texts
}

/** Fields by the ids that the structure tree has for them. */
async function fieldsOf(page: PdfPage): Promise<Contents> {
  const annotations: { id: string; subtype: string; fieldType?: string; rect: number[] }[] =
    await page.getAnnotations()
  return new Map(
    annotations
      .filter(({ subtype }) => subtype === 'Widget')
      .map(({ id, fieldType, rect }) => [
        `pdfjs_internal_id_${id}`,
        { text: '', isSignature: fieldType === 'Sig', bottom: rect[1] ?? 0 },
      ]),
  )
}

function nodesIn(node: Node): Node[] {
  return [node, ...(node.children ?? []).flatMap(nodesIn)]
}

function hasContent(node: Node, contents: Contents): boolean {
  return nodesIn(node).some(({ id }) => id !== undefined && contents.has(id))
}

function piecesIn(node: Node, contents: Contents, path: readonly string[] = []): Piece[] {
  const content = node.id === undefined ? undefined : contents.get(node.id)
  if (content) return [{ ...content, path: path.join(' ') }]
  const below = node.role && node.role !== 'Root' ? [...path, node.role] : path
  return (node.children ?? []).flatMap((child) => piecesIn(child, contents, below))
}
