import type { Rect } from '../geometry.ts'
import { isArray, type PdfDict, PdfName, type PdfObject, PdfRef } from '../objects.ts'
import type { PdfFile } from '../open.ts'
import type { PdfUpdate } from '../update.ts'
import type { FillableWidget } from './fields.ts'

/** Print (ISO 32000-1, table 165). */
const PRINT = 4

/**
 * Lays an annotation over a widget. In a tagged file it gets an element of its own behind the one of the widget (ISO 14289-1,
 * 7.18.1), so that who hears the form hears of both.
 */
export function addAnnotation(
  file: PdfFile,
  update: PdfUpdate,
  { dict }: FillableWidget,
  entries: PdfDict,
  appearance: { readonly rect: Rect; readonly ref: PdfRef },
): void {
  const page = dict.get('P')
  if (!(page instanceof PdfRef)) throw new Error('The widget does not say on which page it is')
  const annotation = new Map<string, PdfObject>([
    ['Type', new PdfName('Annot')],
    ...entries,
    ['Rect', [...appearance.rect]],
    ['P', page],
    ['F', PRINT],
    ['AP', new Map([['N', appearance.ref]])],
  ])
  const ref = update.add(annotation)
  const onPage = update.change(page)
  onPage.set('Annots', [...(file.objects.array(onPage.get('Annots')) ?? []), ref])
  addElement(file, update, { page, ref, annotation, beside: dict })
}

interface Placed {
  readonly page: PdfRef
  readonly ref: PdfRef
  readonly annotation: PdfDict
  readonly beside: PdfDict
}

/** Adds the element, and the way back to it from the annotation (ISO 32000-1, 14.7.4.4). */
function addElement(
  { catalog, objects }: PdfFile,
  update: PdfUpdate,
  { page, ref, annotation, beside }: Placed,
): void {
  const rootRef = catalog.get('StructTreeRoot')
  if (!(rootRef instanceof PdfRef)) return
  const root = update.change(rootRef)
  const tree = root.get('ParentTree')
  const treeDict = tree instanceof PdfRef ? update.change(tree) : undefined
  const numbers = objects.array(treeDict?.get('Nums'))
  if (!treeDict || !numbers) throw new Error('The parents of the tagged file are not in one list')
  const own = objects.number(beside.get('StructParent'))
  const formRef = numbers[numbers.indexOf(own ?? -1) + 1]
  const form = objects.dict(formRef)
  const parentRef = form?.get('P')
  if (!(formRef instanceof PdfRef) || !form || !(parentRef instanceof PdfRef))
    throw new Error('The widget has no element')
  const key = Math.max(-1, ...numbers.filter((item) => typeof item === 'number')) + 1
  const element = update.add(
    new Map<string, PdfObject>([
      ['Type', new PdfName('StructElem')],
      ['S', new PdfName('Annot')],
      ['P', parentRef],
      ['Pg', page],
      ...(form.has('NS') ? ([['NS', form.get('NS') ?? null]] as const) : []),
      [
        'K',
        new Map<string, PdfObject>([
          ['Type', new PdfName('OBJR')],
          ['Obj', ref],
          ['Pg', page],
        ]),
      ],
    ]),
  )
  annotation.set('StructParent', key)
  treeDict.set('Nums', [...numbers, key, element])
  root.set('ParentTreeNextKey', key + 1)
  const parent = update.change(parentRef)
  const kids = objects.resolve(parent.get('K'))
  const all = isArray(kids) ? kids : [parent.get('K') ?? null]
  const at = all.findIndex((kid) => kid instanceof PdfRef && kid.num === formRef.num)
  parent.set('K', [...all.slice(0, at + 1), element, ...all.slice(at + 1)])
}
