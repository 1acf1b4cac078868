import { ratingOptions, visibleOptions } from '../../../contracts/slot.ts'
import type { RawValue } from '../../../model/extraction.ts'
import type { FieldOf } from '../../../model/field.ts'
import { aloneFaults } from '../limits.ts'
import type { Question } from '../question.ts'
import type { Voice } from '../voice.ts'
import { readDateText } from './date.ts'
import { readNumberText } from './number.ts'
import { readOption } from './option.ts'
import type { Reading } from './reading.ts'
import { readEmailText, readText } from './text.ts'
import { readTick } from './tick.ts'

/** Something to be seen: a box with nothing but spaces, or characters of no width, is blank. */
const VISIBLE = /[^\s\p{Default_Ignorable_Code_Point}\u2800]/u

export interface Source {
  /** Fully qualified name of the PDF field; a part of it where a question has several. */
  readonly name: string
  readonly locale: string
  readonly voice: Voice
  /** The day of the import, ISO 8601. */
  readonly today?: string | undefined
  /** What the file holds under a name of the PDF. */
  readonly raw: (name: string) => RawValue | undefined
}

/** Reads what the file holds as an answer of the question's kind, and checks it by the limits of the question. */
export function readByKind(question: Question, source: Source): Reading {
  const { name, raw, voice } = source
  const textsOf = (of: string): readonly string[] => raw(of)?.texts ?? []
  switch (question.type) {
    case 'checkbox':
      return readTick(textsOf(name), [question.label], voice)
    case 'checks':
      return readTicks(question, (state) => textsOf(`${name}.${state}`), voice)
    default: {
      const texts = textsOf(name).filter((text) => VISIBLE.test(text))
      return texts.length > 0 ? readTexts(question, texts, source) : { value: null, faults: [] }
    }
  }
}

function readTexts(
  question: Exclude<Question, FieldOf<'checkbox' | 'checks'>>,
  texts: readonly string[],
  { locale, today, voice }: Source,
): Reading {
  const text = texts.join('\n')
  switch (question.type) {
    case 'text':
    case 'multiline':
      return readText(text, question, voice)
    case 'email':
      return readEmailText(text, voice)
    case 'number':
      return readNumberText(text.trim(), question, { locale, voice })
    case 'date':
      return readDateText(text.trim(), question, { locale, today, voice })
    case 'choice':
    case 'select':
      return readOption(texts, visibleOptions(question), ({ value }) => value, voice)
    case 'rating':
      return readOption(texts, ratingOptions(question), ({ value }) => Number(value), voice)
  }
}

function readTicks(
  question: FieldOf<'checks'>,
  textsOf: (state: string) => readonly string[],
  voice: Voice,
): Reading {
  const ticks = visibleOptions(question).map(({ value, label, state }) => ({
    value,
    tick: readTick(textsOf(state), [value, label, state], voice),
  }))
  const value = ticks.filter(({ tick }) => tick.value === true).map((ticked) => ticked.value)
  return {
    value,
    faults: [...ticks.flatMap(({ tick }) => tick.faults), ...aloneFaults(value, question, voice)],
  }
}
