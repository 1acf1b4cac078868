import { PdfName, type PdfObject, PdfRef } from '../objects.ts'
import type { PdfFile } from '../open.ts'
import { encodeText } from '../text-string.ts'
import { PdfUpdate, stringOf } from '../update.ts'
import { addAnnotation } from './annotation.ts'
import { type FillableField, fieldsOf } from './fields.ts'
import { FormFonts } from './form-fonts.ts'
import { type Drawing, inkOf } from './ink.ts'
import type { DrawLetters } from './letters.ts'
import { lineOfText, textAppearance } from './text-appearance.ts'

export type { DrawLetters, LetterPicture } from './letters.ts'

/**
 * What to put into a field: the text of a box or the option of a list, the on-state of a button, and for a box to sign in a name
 * that was typed or what was drawn.
 */
export type FieldValue = string | Drawing

export interface FillOptions {
  /** Draws letters that the font of the form does not have. */
  readonly drawLetters: DrawLetters
  /** When the form was filled in; the file says no other time when absent. */
  readonly modified?: Date
  /** A random text by which a copy is told from another one with the same answers. */
  readonly copy?: string
}

/**
 * Fills in a form by an incremental update: values are exact, each field gets an appearance and stays one that can be changed,
 * and the structure of a tagged file stays whole. A name that the form does not have is an error.
 */
export function fillForm(
  file: PdfFile,
  values: ReadonlyMap<string, FieldValue>,
  { drawLetters, modified, copy }: FillOptions,
): Uint8Array {
  const update = new PdfUpdate(file, copy)
  const fields = fieldsOf(file)
  const filling: Filling = { file, update, fonts: new FormFonts(file, update, drawLetters) }
  for (const [name, value] of values) {
    const field = fields.get(name)
    if (!field) throw new Error(`The form has no field \`${name}\``)
    setValue[field.type](filling, field, value)
  }
  const info = file.trailer.get('Info')
  if (modified && info instanceof PdfRef)
    update.change(info).set('ModDate', stringOf(encodeText(dateText(modified))))
  return update.bytes()
}

interface Filling {
  readonly file: PdfFile
  readonly update: PdfUpdate
  readonly fonts: FormFonts
}

type SetValue = (filling: Filling, field: FillableField, value: FieldValue) => void

const setText: SetValue = ({ update, fonts }, { ref, widgets, isMultiline }, value) => {
  if (typeof value !== 'string') throw new Error('A drawing is no text')
  update.change(ref).set('V', stringOf(encodeText(value)))
  for (const widget of widgets) {
    const content = textAppearance(value, widget.rect, fonts.of(widget.style), isMultiline)
    setAppearance(update, widget.ref, fonts.add(content, widget.rect))
  }
}

const setButton: SetValue = ({ update }, { ref, widgets }, value) => {
  const state = widgets.flatMap(({ states }) => states).find((known) => known === value)
  if (state === undefined) throw new Error(`No button of the field is \`${String(value)}\``)
  update.change(ref).set('V', new PdfName(state))
  for (const widget of widgets)
    update.change(widget.ref).set('AS', new PdfName(widget.states.includes(state) ? state : 'Off'))
}

const sign: SetValue = ({ file, update, fonts }, { widgets }, value) => {
  const [widget] = widgets
  if (!widget) throw new Error('There is no box to sign in')
  const { rect } = widget
  if (typeof value === 'string') {
    const line = lineOfText(value, rect, fonts.of({ ...fonts.usual, size: 14 }))
    const entries = new Map<string, PdfObject>([
      ['Subtype', new PdfName('FreeText')],
      ['Contents', stringOf(encodeText(value))],
      ['DA', stringOf(encodeText(`/${fonts.usual.font} 14 Tf 0 g`))],
    ])
    addAnnotation(file, update, widget, entries, { rect, ref: fonts.add(line, rect) })
  } else {
    const ink = inkOf(value, rect)
    const entries = new Map<string, PdfObject>([
      ['Subtype', new PdfName('Ink')],
      ['Contents', stringOf(encodeText('Signature, drawn by hand'))],
      ['InkList', ink.strokes],
    ])
    addAnnotation(file, update, widget, entries, {
      rect: ink.rect,
      ref: fonts.add(ink.content, ink.rect),
    })
  }
}

const setValue: Record<FillableField['type'], SetValue> = {
  Tx: setText,
  Ch: setText,
  Btn: setButton,
  Sig: sign,
}

function setAppearance(update: PdfUpdate, widget: PdfRef, appearance: PdfRef): void {
  update.change(widget).set('AP', new Map([['N', appearance]]))
}

/** ISO 32000-1, 7.9.4. */
function dateText(date: Date): string {
  return `D:${date
    .toISOString()
    .replace(/[^0-9]/g, '')
    .slice(0, 14)}Z`
}
