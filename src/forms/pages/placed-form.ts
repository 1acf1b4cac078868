import type { ColumnField, Field } from '../../model/field.ts'
import type { FormDefinition, Widget } from '../../model/form.ts'
import type { PdfField, Rect } from '../../pdf/index.ts'
import { inverse, transformRect } from '../../pdf/page/index.ts'
import type { FilePages } from './file-pages.ts'
import { matchPages } from './match-pages.ts'
import { isAt } from './printed-place.ts'

export interface PlacedForm {
  readonly form: FormDefinition
  /** Pages of the form with boxes that the file does not have, counted from 0. */
  readonly missingPages: readonly number[]
}

/**
 * Finds the pages of a form in a file: behind a cover page, in another order, or on paper of another size. The printed text
 * tells where they are, so that a box which was moved on its own page stands out.
 */
export function placeForm(
  form: FormDefinition,
  pages: FilePages,
  fields: readonly PdfField[],
): PlacedForm {
  const asPrinted = { form, missingPages: [] }
  if (form.anchors === undefined || isAsPrinted(form, pages, fields)) return asPrinted
  const copies = new Map(matchPages(form, pages.contents).map((copy) => [copy.page, copy]))
  if (copies.size === 0) return asPrinted
  const place = (widget: Widget): Widget => {
    const copy = copies.get(widget.page)
    if (!copy) return widget
    const { scale, dx, dy } = copy.registration
    const [left, bottom, right, top] = widget.rect
    const onPage: Rect = [
      left * scale + dx,
      bottom * scale + dy,
      right * scale + dx,
      top * scale + dy,
    ]
    const [...rect] = transformRect(inverse(copy.content.matrix), onPage)
    return { ...widget, page: copy.content.page, rect }
  }
  return {
    form: { ...form, widgets: form.widgets.map(place) },
    missingPages: pagesWithoutFields(form, fields).filter((page) => !copies.has(page)),
  }
}

/**
 * The form with its boxes where a file has them, for a file in a layout that is not known, which may have a list where that of
 * the form has buttons. It has no printed text to go by.
 */
export function asInFile(
  { anchors: _, printed: __, ...form }: FormDefinition,
  fields: readonly PdfField[],
): FormDefinition {
  const types = new Map(fields.map(({ name, type }) => [name, type]))
  const tooltips = new Map(form.widgets.map(({ name, tooltip }) => [name, tooltip]))
  const widgets = fields.flatMap(({ name, widgets: boxes }) =>
    boxes.flatMap(({ page, rect, onStates: [state] }): Widget[] =>
      page === undefined || rect === undefined
        ? []
        : [
            {
              name,
              ...(state !== undefined && { state }),
              ...(tooltips.has(name) && { tooltip: tooltips.get(name) }),
              page,
              rect: [...rect],
            },
          ],
    ),
  )
  return { ...form, fields: form.fields.map((field) => withControlsOf(field, types)), widgets }
}

function withControlsOf(field: Field, types: ReadonlyMap<string, PdfField['type']>): Field {
  if (field.type !== 'rows') return withControlOf(field, types.get(field.name))
  const columns = field.columns.map((column) =>
    withControlOf(column, types.get(`${field.name}.1.${column.name}`)),
  )
  return { ...field, columns }
}

/** A choice among options as the list or the buttons that a file has for it. */
function withControlOf<F extends Field | ColumnField>(
  field: F,
  type: PdfField['type'] | undefined,
): F {
  if (field.type !== 'select' || type === undefined) return field
  const { buttons: _, ...list } = field
  return type === 'radio' || type === 'checkbox' ? { ...field, buttons: true } : (list as F)
}

/** Pages of the form none of whose boxes are to be seen in the file. */
function pagesWithoutFields({ widgets }: FormDefinition, fields: readonly PdfField[]): number[] {
  const onPages = fields.filter((field) => field.widgets.some(({ page }) => page !== undefined))
  const shown = new Set(onPages.map(({ name }) => name))
  const pages = Map.groupBy(widgets, ({ page }) => page)
  return [...pages.keys()].filter((page) => !pages.get(page)?.some(({ name }) => shown.has(name)))
}

function isAsPrinted(
  { pages, widgets }: FormDefinition,
  { count }: FilePages,
  fields: readonly PdfField[],
): boolean {
  if (count !== pages) return false
  const printed = Map.groupBy(widgets, ({ name }) => name)
  return fields.every(({ name, widgets: boxes }) => {
    const places = printed.get(name)
    return places !== undefined && boxes.every((box) => places.some((place) => isAt(box, place)))
  })
}
