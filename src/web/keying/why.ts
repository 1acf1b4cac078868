import type { Word } from '../../language/words/english.ts'
import type { Doubt } from '../../model/paper.ts'
import { say } from '../say.ts'

/** Why a person has to look at a question, in plain words. */
const reasons: Readonly<Record<Doubt, Word>> = {
  unmarked: 'The page has no codes, by which boxes are found for certain.',
  bilevel: 'The scan is black and white only, so that faint marks may be lost.',
  coarse: 'The picture is too coarse to be certain.',
  misplaced: 'The page lies otherwise than the form, so that boxes may be mixed up.',
  noisy: 'There is dirt or a pattern all over the page.',
  several: 'There are marks of more than one page in the picture.',
  'page-missing': 'Its page is not there.',
  'pictures-differ': 'The pictures of its page differ: key what holds.',
  faint: 'There is only a little ink, which may be a mark or not.',
  'several-marks': 'More than one box is marked, and one is asked for.',
  scribble: 'A box is blacked out or crossed out.',
  beside: 'There is ink that may belong here or elsewhere, or a stain.',
  'poor-fit': 'What is printed here looks different from the form.',
  'uneven-light': 'A shadow or a fold lies over it.',
  faded: 'Pale lines of the form are gone in the picture, so that pale ink may be gone as well.',
}

export function whyTold(why: Doubt): string {
  return say(reasons[why])
}
