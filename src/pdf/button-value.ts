import { chooseReading, type FieldProblem, isSame, type Reading } from './field-problems.ts'
import { typeName } from './field-text.ts'
import type { FormContext } from './form-context.ts'
import type { FieldNode } from './form-tree.ts'
import type { ObjectStore } from './object-store.ts'
import { PdfName, type PdfObject, PdfString } from './objects.ts'
import type { PdfWidget } from './widgets.ts'

/**
 * Reads which states of a checkbox or of radio buttons are on. /V decides, as a name or, as some programs write it, a string;
 * where it is missing, /AS does.
 */
export function readButtonValues(
  { objects, needsAppearances }: FormContext,
  node: FieldNode,
  widgets: readonly PdfWidget[],
  problems: FieldProblem[],
): readonly string[] {
  const stated = statedReadings(objects, node, widgets, problems)
  const shown = shownStates(widgets)
  if (stated.length === 0) return shown ?? []
  const values = chooseReading(stated, problems)
  const isDrawn = shown && !(needsAppearances && shown.length === 0)
  const isDoubted = problems.some(
    ({ kind }) => kind === 'contradictory' || kind === 'counted-state',
  )
  if (isDrawn && !isDoubted && !isSame(shown, values)) {
    problems.push({
      kind: 'contradictory',
      readings: [
        { from: 'field', values },
        { from: 'appearance', values: shown },
      ],
    })
  }
  return values
}

function statedReadings(
  objects: ObjectStore,
  node: FieldNode,
  widgets: readonly PdfWidget[],
  problems: FieldProblem[],
): Reading[] {
  const readings: Reading[] = []
  const add = (from: Reading['from'], value: PdfObject) => {
    const state = readState(objects, value, problems)
    if (state === undefined) return
    const values = state === 'Off' || state === '' ? [] : [knownState(state, widgets, problems)]
    // Of several buttons, each that is not chosen may say Off for itself.
    if (from === 'field' || values.length > 0 || widgets.length === 1)
      readings.push({ from, values })
  }
  for (const source of node.sources) add('field', source.value)
  for (const { dict } of node.widgets) {
    if (!node.sources.some((source) => source.dict === dict)) {
      add('widget', objects.resolve(dict.get('V')))
    }
  }
  return readings
}

/** The state that a /V names: `/Yes`, `(Yes)`, `(/Yes)` and `[/Yes]` are the same. */
function readState(
  objects: ObjectStore,
  value: PdfObject,
  problems: FieldProblem[],
): string | undefined {
  if (value === null) return undefined
  if (value instanceof PdfName) return value.text
  if (value instanceof PdfString) return objects.text(value)?.text.replace(/^\//, '')
  const [only, ...others] = Array.isArray(value) ? value : []
  if (only !== undefined && others.length === 0 && !Array.isArray(only))
    return readState(objects, objects.resolve(only), problems)
  problems.push({ kind: 'wrong-value-type', found: typeName(value) })
  return typeof value === 'number' ? String(value) : undefined
}

/**
 * The on-state that is meant: named itself, by its export value, or by the index of its button. An index without /Opt is
 * certain only where that button is shown as chosen.
 */
function knownState(
  state: string,
  widgets: readonly PdfWidget[],
  problems: FieldProblem[],
): string {
  const known = new Set(widgets.flatMap(({ onStates }) => onStates))
  const isNumber = /^\d{1,6}$/.test(state)
  if (known.has(state)) return state
  const exported = widgets.find(({ exportValue }) => exportValue === state)?.onStates[0]
  if (exported !== undefined) return exported
  const indexed = isNumber ? widgets[Number(state)] : undefined
  const [meant] = indexed?.onStates ?? []
  if (isNumber && widgets.length > 1 && (meant === undefined || indexed?.state !== meant)) {
    problems.push({ kind: 'counted-state', state })
  }
  if (meant !== undefined) return meant
  if (known.size === 0) return state
  problems.push({ kind: 'unknown-state', state, known: [...known] })
  return state
}

/** The states that the appearances show; undefined where no widget says. */
function shownStates(widgets: readonly PdfWidget[]): string[] | undefined {
  const states = widgets.map(({ state }) => state).filter((state) => state !== undefined)
  return states.length === 0 ? undefined : [...new Set(states.filter((state) => state !== 'Off'))]
}
