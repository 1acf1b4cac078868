import type { Say } from '../language/words.ts'

/** Begins the ids of footnotes, and of the places in the text that refer to them; no id of a heading has a colon. */
export const NOTE_IDS = 'note:'

/** What a screen reader says of a reference to a footnote. */
export function noteLabel(number: number, say: Say): string {
  return say('Note {number}', { number })
}

/** What a screen reader says of the link from a footnote back to the text; `again` counts further references from 1. */
export function backLabel(number: number, again: number, say: Say): string {
  return again === 0
    ? say('Back to the text of note {number}', { number })
    : say('Back to the text of note {number}, place {place}', { number, place: again + 1 })
}

/** The id of the footnote that a link leads to; undefined for any other link. */
export function noteOf(target: string): string | undefined {
  return /(?:^|--)note:fn-/.test(target) ? target : undefined
}

/** The ids of the places that refer to a footnote, in their order. */
export function* placesOfNote(note: string): Generator<string> {
  const place = note.replace('note:fn-', 'note:fnref-')
  yield place
  for (let number = 2; ; number++) yield `${place}-${number}`
}

/** The id of the footnote from which a link leads back to the first place that refers to it; undefined for any other link. */
export function noteBefore(target: string): string | undefined {
  const isBack = /(?:^|--)note:fnref-/.test(target)
  return isBack ? target.replace('note:fnref-', 'note:fn-') : undefined
}
