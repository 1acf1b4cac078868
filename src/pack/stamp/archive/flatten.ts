import { PDFDict, type PDFDocument, type PDFPage, type PDFRef } from 'pdf-lib'
import { asciiBytes, concat } from '../../../pdf/bytes.ts'
import { contentOf, setContent } from '../content/page-content.ts'
import { name, round, text } from '../objects.ts'
import { attributesOf } from '../structure/attributes.ts'
import type { StructureElement } from '../structure/tree.ts'
import type { FormBox } from './form-boxes.ts'

/** What is drawn in the place of a widget. */
export interface Drawing {
  readonly xObject: PDFRef
  /** What it says, for those who do not see it. */
  readonly says: string
  /** A picture rather than a text. */
  readonly isPicture?: boolean
}

/** A box with what is to be drawn in it. */
export interface FilledBox extends FormBox {
  readonly drawing: Drawing | undefined
}

/** Makes all boxes of a form part of its pages, each with its drawing (ISO 32000-1, 14.8.5.6). */
export function flatten(file: PDFDocument, boxes: readonly FilledBox[]): void {
  const byPage = Map.groupBy(boxes, ({ page }) => page)
  for (const page of file.getPages()) drawOn(page, byPage.get(page.ref) ?? [])
  for (const box of boxes) if (!box.drawing?.isPicture) becomePrinted(box)
}

function drawOn(page: PDFPage, boxes: readonly FilledBox[]): void {
  const { node } = page
  const { context } = node
  const resources = node.lookup(name('Resources'), PDFDict)
  const xObjects = resources.lookupMaybe(name('XObject'), PDFDict) ?? context.obj({})
  resources.set(name('XObject'), xObjects)
  const content = contentOf(page)
  let mcid = firstFree(content)
  const parts: string[] = []
  for (const { drawing, element, rect } of boxes) {
    element.kids = []
    if (!drawing) continue
    const key = `Answer${mcid}`
    xObjects.set(name(key), drawing.xObject)
    const [left = 0, bottom = 0] = rect
    const tag = drawing.isPicture ? becomePicture(element, drawing, rect) : 'Form'
    parts.push(
      `/${tag} <</MCID ${mcid} /ActualText ${text(drawing.says).toString()}>> BDC`,
      `q 1 0 0 1 ${round(left)} ${round(bottom)} cm /${key} Do Q`,
      'EMC',
    )
    element.kids = [{ kind: 'content', page: page.ref, mcid }]
    mcid++
  }
  const drawn = concat([asciiBytes('q\n'), content, asciiBytes(`Q\n${parts.join('\n')}\n`)])
  setContent(page, drawn)
}

/** The first marked-content id that a page does not use. */
function firstFree(content: Uint8Array): number {
  const ids = new TextDecoder('latin1').decode(content).matchAll(/\/MCID\s+(\d+)/g)
  return Math.max(-1, ...Array.from(ids, ([, id]) => Number(id))) + 1
}

/** What fields are called when they are printed (ISO 32000-1, table 348). */
const roles = { text: 'tv', dropdown: 'tv', checkbox: 'cb', radio: 'rb', signature: 'tv' } as const

function becomePrinted({ element, slot, drawing }: FilledBox): void {
  const { dict } = element
  const role = roles[slot.control]
  const attributes = {
    O: 'PrintField',
    Role: role,
    Desc: text(slot.label),
    ...(role !== 'tv' && { checked: drawing ? 'on' : 'off' }),
  }
  dict.set(name('A'), dict.context.obj([...attributesOf(dict), attributes]))
}

function becomePicture(
  element: StructureElement,
  { says }: Drawing,
  rect: readonly number[],
): string {
  const { dict } = element
  element.type = 'Figure'
  dict.set(name('Alt'), text(says))
  dict.set(name('A'), dict.context.obj({ O: 'Layout', Placement: 'Inline', BBox: [...rect] }))
  return 'Figure'
}
