import { longDate } from '../../language/date.ts'
import { perLocale } from '../../language/locale.ts'
import type { Word } from '../../language/words/english.ts'
import { hasWords, type Say, wordsFor } from '../../language/words.ts'
import { shortened } from '../../messages/quoted.ts'
import type { RuleId } from '../../messages/rules.ts'

/** The locale in which messages speak where nobody says another. */
const USUAL = 'en-GB'
/** Characters of a text that are enough to know it by. */
const MOST = 60
/** Of more options only their number is told. */
const MOST_OPTIONS = 8

/** How what is to be said of answers is worded: in the language of those who fill a form in, or of the command. */
export interface Voice {
  readonly say: Say
  /** A day, ISO 8601, in words. */
  readonly day: (date: string) => string
  readonly number: (number: number) => string
  /** A text in quotes, on one line, and shortened where it is long. */
  readonly quoted: (text: string) => string
  readonly all: (texts: readonly string[]) => string
  /** One of some labels, each in quotes. */
  readonly oneOf: (labels: readonly string[]) => string
  /** A question as the subject of a sentence: in quotes where it is a sentence itself. */
  readonly subject: (label: string) => string
}

/** The voice of a locale; that of the command where there is no table of words for its language. */
export const voiceFor = perLocale((locale): Voice => {
  const spoken = hasWords(locale) ? locale : USUAL
  const say = wordsFor(spoken)
  const numbers = new Intl.NumberFormat(spoken, { useGrouping: false, maximumFractionDigits: 20 })
  const all = new Intl.ListFormat(spoken)
  const either = new Intl.ListFormat(spoken, { type: 'disjunction' })
  const quoted = (text: string): string => say('“{text}”', { text: shortened(text, MOST) })
  return {
    say,
    day: (date) => longDate(date, spoken),
    number: (number) => numbers.format(number),
    quoted,
    all: (texts) => all.format(texts),
    oneOf: (labels) =>
      labels.length > MOST_OPTIONS
        ? say('one of its {count} options', { count: labels.length })
        : either.format(labels.map(quoted)),
    subject: (label) => (/[?.!:…]$/.test(label) || label.length > MOST ? quoted(label) : label),
  }
})

/** The voice of the command, of records, and of the page for HR. */
export const usualVoice = voiceFor(USUAL)

/** What is wrong with an answer: a sentence of the tables in which `{question}` stands for what it is about. */
export interface Fault {
  readonly rule: RuleId
  readonly says: Word
  readonly values?: Readonly<Record<string, string | number>>
  /** `doubt`: the answer may be another one. `damage`: the program that filled it in damaged a character. */
  readonly leaves?: 'doubt' | 'damage'
}

/** A fault that leaves it in doubt what the answer is. */
export function doubtful(says: Word, values: Fault['values'] = {}): Fault {
  return { rule: 'value-uncertain', says, values, leaves: 'doubt' }
}
