import { quoted } from '../../../messages/quoted.ts'
import type { Option } from '../../../model/field.ts'
import type { Fault } from '../limits.ts'
import { optionMeant } from '../option.ts'
import { type Reading, unreadable } from './reading.ts'
import { wordOf } from './tick.ts'

/** Reads texts as one of the options; a button group that is off has none. */
export function readOption(
  texts: readonly string[],
  options: readonly Option[],
  toValue: (option: Option) => string | number,
): Reading {
  const said = texts.join('; ')
  const meant = texts
    .map((text) => optionMeant(text, options) ?? wordOf(text))
    .filter((found) => found !== 'off')
  const [option, another] = new Set(meant)
  if (option === undefined) return { value: null, faults: [] }
  if (another !== undefined) return unreadable(said, severalSaid(said))
  if (typeof option === 'string') return unreadable(said, notAnOption(said, options))
  return { value: toValue(option), faults: [] }
}

/** The options as a sentence lists them. */
export function listed(options: readonly Option[]): string {
  const labels = options.map(({ label }) => quoted(label))
  if (labels.length > 8) return `one of its ${labels.length} options`
  return new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(labels)
}

function severalSaid(said: string): Fault {
  return { rule: 'value-option', says: `has more than one answer, ${quoted(said)}; choose one` }
}

function notAnOption(said: string, options: readonly Option[]): Fault {
  return {
    rule: 'value-option',
    says: `says ${quoted(said)}, which is not one of its options; choose ${listed(options)}`,
  }
}
