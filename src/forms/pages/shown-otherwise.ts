import type { Slot } from '../../contracts/slot.ts'
import type { PdfField } from '../../pdf/index.ts'
import type { Look, Looks } from './looks.ts'
import { readBoxMark } from './read-box-mark.ts'
import { showsText, textShown } from './shows-text.ts'

/** A question whose box shows something else than the file stores as the answer. */
export interface ShownOtherwise {
  readonly slot: Slot
  /** What the field holds. */
  readonly held: readonly string[]
  /** What its box shows: a text or on-states; empty where it shows nothing. */
  readonly shown: readonly string[]
}

/** Compares what a field holds with what its boxes show, where it has any on a page. */
export function shownOtherwise(
  slot: Slot,
  field: PdfField,
  { of, needsAppearances, isByState }: Looks,
): ShownOtherwise[] {
  if (field.widgets.every(({ page }) => page === undefined)) return []
  const shown = readers[slot.control]({
    slot,
    field,
    looks: of(field),
    needsAppearances,
    isByState,
  })
  return shown ? [{ slot, held: field.values, shown }] : []
}

/**
 * The field as a page shows it: of the values that it has in several parts of the file, the one that is to be seen. What is
 * left over in other parts is no contradiction.
 */
export function asShown(field: PdfField, { of }: Looks): PdfField {
  const looks = of(field).filter(({ state }) => state === 'painted')
  const readings = field.problems.flatMap((problem) =>
    problem.kind === 'contradictory' ? problem.readings : [],
  )
  const seen = readings.find(
    ({ from, values }) =>
      (from === 'field' || from === 'widget') &&
      values.length > 0 &&
      looks.length > 0 &&
      looks.every((look) => textShown(look) !== '' && showsText(values.join('\n'), look)),
  )
  if (!seen || field.type === 'checkbox' || field.type === 'radio') return field
  const problems = field.problems.filter(({ kind }) => kind !== 'contradictory')
  return { ...field, values: seen.values, problems }
}

/** Whether a page shows what a field holds, drawn by the program that filled it in. */
export function isShown(field: PdfField, { of }: Looks): boolean {
  const looks = of(field).filter(({ state }) => state === 'painted')
  return looks.length > 0 && looks.every((look) => showsText(field.values.join('\n'), look))
}

interface Compared {
  readonly slot: Slot
  readonly field: PdfField
  readonly looks: readonly Look[]
  readonly needsAppearances: boolean
  readonly isByState: boolean
}

/** What a box shows in place of the value; undefined where both are the same, or nobody can tell. */
const readers: Record<Slot['control'], (compared: Compared) => readonly string[] | undefined> = {
  text: otherText,
  dropdown: otherText,
  checkbox: otherStates,
  radio: otherStates,
  signature: () => undefined,
}

function otherText({ slot, field, looks, needsAppearances }: Compared): string[] | undefined {
  const held = field.values.join('\n')
  if (looks.length === 0) return held.trim() === '' ? undefined : []
  const readings = [held, ...labelsOf(field, slot)]
  const other = looks.find(
    (look) =>
      look.state === 'painted' &&
      !(needsAppearances && isUnread(look)) &&
      !readings.some((reading) => showsText(reading, look)),
  )
  if (!other) return undefined
  const text = textShown(other)
  return text === '' ? [] : [text]
}

/** Whether a box shows no text that can be read, so that it was left to others to draw it. */
export function isUnread({ glyphs }: Look): boolean {
  return glyphs.length === 0 || glyphs.some(({ text }) => text === '')
}

/** What people see of the options that a field holds. */
function labelsOf({ options, values }: PdfField, { field }: Slot): string[] {
  const ofForm = 'options' in field ? field.options : []
  return [...options, ...ofForm]
    .filter(({ value }) => values.includes(value))
    .map(({ label }) => label)
}

function otherStates(compared: Compared): string[] | undefined {
  const { slot, field, looks, needsAppearances, isByState } = compared
  const { values } = field
  if (looks.length === 0) return values.length === 0 ? undefined : []
  const shown = looks
    .filter(isByState ? isStatedOn : isTicked)
    .flatMap(({ widget }) => stateOf(widget, slot))
  const isOther = shown.some((state) => !values.includes(state))
  const isMissing = values.some((value) => {
    const own = looks.filter(({ widget }) => stateOf(widget, slot).includes(value))
    const isLeftToOthers = own.length > 0 && own.some(({ state }) => state === 'unpainted')
    return !shown.includes(value) && !isLeftToOthers && !(needsAppearances && own.length > 0)
  })
  return isOther || isMissing ? [...new Set(shown)] : undefined
}

function stateOf({ onStates }: Look['widget'], { state }: Slot): readonly string[] {
  return onStates.length > 0 ? onStates : [state ?? '']
}

function isStatedOn({ widget: { state, onStates } }: Look): boolean {
  return state !== undefined && onStates.includes(state)
}

function isTicked({ rect, glyphs, marks }: Look): boolean {
  return readBoxMark(rect, glyphs, marks) === 'yes'
}
