import { fold } from '../../language/fold.ts'
import type { Option } from '../../model/field.ts'

/**
 * The option that a text means: by its value, its on-state or its label, and where none of them is the text exactly,
 * without regard to case, spacing and quotes. Gives `undefined` when none or more than one fits.
 */
export function optionMeant(text: string, options: readonly Option[]): Option | undefined {
  return only(options, (name) => name === text) ?? only(options, sameWords(text))
}

function only(options: readonly Option[], fits: (name: string) => boolean): Option | undefined {
  const found = options.filter(({ value, state, label }) => [value, state, label].some(fits))
  // An on-state is unique in its field, so it decides where it is the value or label of another option.
  const byState = found.length > 1 ? found.filter(({ state }) => fits(state)) : found
  return byState.length === 1 ? byState[0] : undefined
}

function sameWords(text: string): (name: string) => boolean {
  const folded = fold(text)
  return (name) => fold(name) === folded
}
