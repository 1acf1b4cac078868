import { asciiBytes } from '../bytes.ts'
import { type Rect, readRect } from '../geometry.ts'
import type { ObjectStore } from '../object-store.ts'
import { isDict, nameOf, type PdfDict, PdfRef } from '../objects.ts'
import type { PdfFile } from '../open.ts'
import { readInstructions } from '../page/index.ts'

const MULTILINE_FLAG = 1 << 12

/** A field of a sound form, with the numbers of its objects. */
export interface FillableField {
  readonly type: 'Tx' | 'Ch' | 'Btn' | 'Sig'
  readonly ref: PdfRef
  readonly isMultiline: boolean
  readonly widgets: readonly FillableWidget[]
}

/** One place of a field on a page. */
export interface FillableWidget {
  readonly ref: PdfRef
  readonly dict: PdfDict
  readonly rect: Rect
  readonly style: TypeStyle
  readonly states: readonly string[]
}

/** How text is set by a default appearance (ISO 32000-1, 12.7.3.3). */
export interface TypeStyle {
  /** Name of the font in the resources of the form. */
  readonly font: string
  /** Points; 0 where the text is to fit by itself. */
  readonly size: number
}

/** The fields of a form by their fully qualified names, as far as they are what they should be. */
export function fieldsOf({ catalog, objects }: PdfFile): Map<string, FillableField> {
  const fields = new Map<string, FillableField>()
  const form = objects.dict(catalog.get('AcroForm'))
  const style = styleIn(objects, form)
  const walk = (ref: unknown, parent: string): void => {
    const dict = ref instanceof PdfRef ? objects.dict(ref) : undefined
    if (!(ref instanceof PdfRef) || !dict) return
    const own = objects.text(dict.get('T'))?.text ?? ''
    const name = parent === '' ? own : `${parent}.${own}`
    const kids = objects.array(dict.get('Kids')) ?? []
    const type = nameOf(objects.resolve(dict.get('FT')))
    if (!isType(type)) {
      for (const kid of kids) walk(kid, name)
      return
    }
    const widgets = (kids.length > 0 ? kids : [ref]).flatMap((kid) =>
      kid instanceof PdfRef ? (widgetAt(objects, kid, style) ?? []) : [],
    )
    const flags = objects.number(dict.get('Ff')) ?? 0
    fields.set(name, { type, ref, widgets, isMultiline: (flags & MULTILINE_FLAG) !== 0 })
  }
  for (const field of objects.array(form?.get('Fields')) ?? []) walk(field, '')
  return fields
}

export function styleIn(objects: ObjectStore, dict: PdfDict | undefined): TypeStyle {
  const text = objects.text(dict?.get('DA'))?.text ?? ''
  const [font, size] =
    readInstructions(asciiBytes(text)).find(({ operator }) => operator === 'Tf')?.operands ?? []
  return { font: nameOf(font) ?? '', size: typeof size === 'number' ? size : 0 }
}

function widgetAt(objects: ObjectStore, ref: PdfRef, usual: TypeStyle): FillableWidget | undefined {
  const dict = objects.dict(ref)
  const rect = readRect(objects, dict?.get('Rect'))
  if (!dict || !rect) return undefined
  const looks = objects.resolve(objects.dict(dict.get('AP'))?.get('N'))
  const states = isDict(looks) ? [...looks.keys()].filter((state) => state !== 'Off') : []
  const style = dict.has('DA') ? styleIn(objects, dict) : usual
  return { ref, dict, rect, states, style }
}

function isType(type: string | undefined): type is FillableField['type'] {
  return type === 'Tx' || type === 'Ch' || type === 'Btn' || type === 'Sig'
}
