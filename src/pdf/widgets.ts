import type { WidgetNode } from './form-tree.ts'
import { type Rect, readRect } from './geometry.ts'
import type { ObjectStore } from './object-store.ts'
import { isDict, type PdfDict, PdfName } from './objects.ts'

/** One place of a field on a page. */
export interface PdfWidget {
  readonly annotation: PdfDict
  /** Counted from 0; undefined where no page shows the widget. */
  readonly page: number | undefined
  readonly rect: Rect | undefined
  /** Names of the appearances of a button when it is on. */
  readonly onStates: readonly string[]
  /** /AS, the appearance shown. */
  readonly state: string | undefined
  /** What choosing this button means, where /Opt says so. */
  readonly exportValue: string | undefined
}

/** Reads the widgets of a field; `exports` are the texts of /Opt of a button, one for each widget. */
export function readWidgets(
  objects: ObjectStore,
  nodes: readonly WidgetNode[],
  exports: readonly string[],
): PdfWidget[] {
  return nodes.map(({ dict, page }, index) => {
    const onStates = readOnStates(objects, dict)
    const state = objects.resolve(dict.get('AS'))
    return {
      annotation: dict,
      page,
      rect: readRect(objects, dict.get('Rect')),
      onStates,
      state: state instanceof PdfName ? state.text : undefined,
      exportValue: exports[indexState(onStates) ?? index],
    }
  })
}

/** Whether a widget has an appearance for each of several states, as only buttons have. */
export function hasStates(objects: ObjectStore, { dict }: WidgetNode): boolean {
  const appearances = objects.dict(dict.get('AP'))
  return dict.has('AS') && isDict(objects.resolve(appearances?.get('N')))
}

/** The keys of /AP /N but for Off, which every reader has (ISO 32000-1, 12.7.4.2.3). */
function readOnStates(objects: ObjectStore, dict: PdfDict): string[] {
  const appearances = objects.dict(dict.get('AP'))
  const states = [objects.resolve(appearances?.get('N')), objects.resolve(appearances?.get('D'))]
  const named = states.find(isDict)
  if (!named) return []
  return Array.from(named.keys(), (key) => new PdfName(key).text).filter((key) => key !== 'Off')
}

/** Where /Opt is used, states are often named by its indexes. */
function indexState(onStates: readonly string[]): number | undefined {
  const [state] = onStates
  return state !== undefined && /^\d{1,6}$/.test(state) ? Number(state) : undefined
}
