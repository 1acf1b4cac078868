type ReadingSource = 'field' | 'widget' | 'appearance' | 'rich-text'

/** One of several statements that the file makes about a field's value. */
export interface Reading {
  readonly from: ReadingSource
  readonly values: readonly string[]
}

/** Why a field's value may not be what was filled in. */
export type FieldProblem =
  /** Field, widgets and appearance do not say the same; the value is the first that is not blank. */
  | { readonly kind: 'contradictory'; readonly readings: readonly Reading[] }
  /** Dictionaries of different types bear the field's name. */
  | { readonly kind: 'mixed-types'; readonly types: readonly string[] }
  | { readonly kind: 'type-missing' }
  /** The value is of a kind that such a field cannot have; it was read as text where that is possible. */
  | { readonly kind: 'wrong-value-type'; readonly found: string }
  | { readonly kind: 'unknown-state'; readonly state: string; readonly known: readonly string[] }
  /** The button has a number for a value, which none of its states has; it was read as the index of its widget. */
  | { readonly kind: 'counted-state'; readonly state: string }
  /** The field has no value but a formatted text, or the number of the chosen option, which may be older than the last change. */
  | {
      readonly kind: 'value-implied'
      readonly by: 'rich-text' | 'index'
      readonly values: readonly string[]
    }
  /** The text has characters that are none; they are U+FFFD now. */
  | { readonly kind: 'damaged-text'; readonly text: string }
  /** The text had no mark of its encoding; it was read as UTF-16. */
  | { readonly kind: 'guessed-encoding'; readonly text: string }
  /** The text reads as PDFDocEncoding, which it should be, but may have been meant as UTF-8. */
  | { readonly kind: 'maybe-utf-8'; readonly text: string; readonly other: string }
  /** An object that the field is made of is damaged, missing or only there in an older revision. */
  | { readonly kind: 'damaged-object' }
  /** The field stands on a page, but not in the form. */
  | { readonly kind: 'not-listed' }

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
