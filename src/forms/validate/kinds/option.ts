import type { Option } from '../../../model/field.ts'
import { optionMeant } from '../option.ts'
import type { Voice } from '../voice.ts'
import { type Reading, unreadable } from './reading.ts'
import { wordOf } from './tick.ts'

/** Reads texts as one of the options; a button group that is off has none. */
export function readOption(
  texts: readonly string[],
  options: readonly Option[],
  toValue: (option: Option) => string | number,
  { quoted, oneOf }: Voice,
): Reading {
  const said = texts.join('; ')
  const meant = texts
    .map((text) => optionMeant(text, options) ?? wordOf(text))
    .filter((found) => found !== 'off')
  const [option, another] = new Set(meant)
  if (option === undefined) return { value: null, faults: [] }
  if (another !== undefined)
    return unreadable(said, {
      rule: 'value-option',
      says: '{question} has more than one answer, {text}; choose one',
      values: { text: quoted(said) },
    })
  if (typeof option === 'string')
    return unreadable(said, {
      rule: 'value-option',
      says: '{question} says {text}, which is not one of its options; choose {options}',
      values: { text: quoted(said), options: oneOf(options.map(({ label }) => label)) },
    })
  return { value: toValue(option), faults: [] }
}
