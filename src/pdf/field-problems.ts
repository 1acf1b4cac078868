/** Where a reading of a value comes from. */
type ReadingSource = 'field' | 'widget' | 'appearance' | 'rich-text'

/** One of several statements that the file makes about a field's value. */
export interface Reading {
  from: ReadingSource
  values: readonly string[]
}

/** Why a field's value may not be what was filled in. */
export type FieldProblem =
  /** Field, widgets and appearance do not say the same; the value is the first that is not blank. */
  | { kind: 'contradictory'; readings: readonly Reading[] }
  /** Dictionaries of different types bear the field's name. */
  | { kind: 'mixed-types'; types: readonly string[] }
  /** The field says no type. */
  | { kind: 'type-missing' }
  /** The value is of a kind that such a field cannot have; it was read as text where that is possible. */
  | { kind: 'wrong-value-type'; found: string }
  /** The button has a value that is none of its on-states. */
  | { kind: 'unknown-state'; state: string; known: readonly string[] }
  /** The button has a number for a value, which none of its states has; it was read as the index of its widget. */
  | { kind: 'counted-state'; state: string }
  /** The field has no value but a formatted text, or the number of the chosen option, which may be older than the last change. */
  | { kind: 'value-implied'; by: 'rich-text' | 'index'; values: readonly string[] }
  /** The text has characters that are none; they are U+FFFD now. */
  | { kind: 'damaged-text'; text: string }
  /** The text had no mark of its encoding; it was read as UTF-16. */
  | { kind: 'guessed-encoding'; text: string }
  /** The text reads as PDFDocEncoding, which it should be, but may have been meant as UTF-8. */
  | { kind: 'maybe-utf-8'; text: string; other: string }
  /** An object that the field is made of is damaged, missing or only there in an older revision. */
  | { kind: 'damaged-object' }
  /** The field stands on a page, but not in the form. */
  | { kind: 'not-listed' }

/** Chooses the value: what all readings say, or else the first that is not blank, with a problem. */
export function chooseReading(
  readings: readonly Reading[],
  problems: FieldProblem[],
): readonly string[] {
  const [first] = readings
  if (!first) return []
  if (readings.every((reading) => isSame(reading.values, first.values))) return first.values
  problems.push({ kind: 'contradictory', readings })
  return (readings.find((reading) => reading.values.length > 0) ?? first).values
}

/** Whether two values are the same. */
export function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((value, index) => value === b[index])
}
