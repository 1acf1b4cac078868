import { indefiniteArticle } from '../../language/article.ts'
import { possessive, prepositionOf, readName, withArticle } from '../../language/noun-phrase.ts'
import { withUnit } from '../../language/number.ts'
import { possessiveEnding } from '../../language/possessive.ts'
import {
  frequencyAdjective,
  frequencyLength,
  frequencyPeriod,
  lengthAdjective,
  readFrequency,
  readLength,
} from '../../language/time-span.ts'
import { beginsWithAddress, isTelephone, linkedPieces, SCHEME } from './address.ts'
import { type AnswerType, isEnglish } from './answer-kind.ts'
import type { AnswerForm } from './placeholder.ts'

/** Where an answer stands. */
export interface Surroundings {
  /** The text before it, up to where the paragraph or the formatting begins. */
  readonly before: string
  readonly after: string
  readonly form?: AnswerForm
  readonly locale: string
}

/** An answer in its sentence. */
export interface Wording {
  readonly text: string
  /** How many characters at the end of the text before it are no longer wanted. */
  readonly drop: number
  /** What stands in their place: `an ` where the author wrote `a `. */
  readonly instead?: string
  /** How many at the beginning of the text after it are no longer wanted. */
  readonly dropAfter?: number
}

/** How one kind of answer stands in a sentence. */
interface Words {
  readonly plain: (text: string) => string
  /** Words before the answer that agree with it: where they stand, it is said with `agreed` in their place. */
  readonly agreeing?: RegExp
  readonly agreed?: (text: string) => string
  readonly forms?: Partial<Record<AnswerForm, (text: string) => string>>
}

const name = {
  plain: (text) => withArticle(readName(text, 'body')),
  agreeing: /\bthe $/i,
  forms: {
    bare: (text) => readName(text, 'body').name,
    possessive: (text) => possessive(readName(text, 'body')),
  },
} satisfies Words

const wordsOf: Partial<Record<AnswerType, Words>> = {
  frequency: {
    plain: (text) => readFrequency(text)?.text ?? text,
    forms: {
      period: frequencyForm(frequencyPeriod, 'period'),
      adjective: frequencyForm(frequencyAdjective, 'regular'),
      length: frequencyForm(frequencyLength, 'period'),
    },
  },
  period: {
    plain: (text) => readLength(text)?.text ?? text,
    forms: {
      adjective(text) {
        const reading = readLength(text)
        return reading ? lengthAdjective(reading) : text
      },
    },
  },
  percentage: {
    // A number alone may be all that was asked for.
    plain: (text) => (/\d$/.test(text) ? withUnit(text, '%') : text.replace(/\s+%/, '%')),
  },
  body: name,
  person: name,
  law: {
    plain: (text) => withArticle(readName(text, 'law')),
    agreeing: /\bthe $/i,
    forms: { bare: (text) => readName(text, 'law').name },
  },
  place: {
    plain: (text) => withArticle(readName(placeIn(text).place, 'place')),
    agreeing: /\b(?:in|on|at)(?: the)? $/i,
    agreed: whereabouts,
  },
  contact: {
    plain: (text) => contactOf(text).text,
    agreeing: /\bthe $/i,
    forms: { way: wayTo, bare: (text) => readName(contactOf(text).text, 'body').name },
  },
  web: {
    plain: (text) => (beginsWithAddress(text) ? text : withArticle(readName(text, 'place'))),
    agreeing: /\bthe $/i,
  },
}

/** The forms that answers of a kind can be asked for in, beside the plain one. */
export function formsOf(type: AnswerType): readonly string[] {
  return Object.keys(wordsOf[type]?.forms ?? {})
}

/**
 * An answer as it stands in its sentence: in the form that is asked for, with the article and the preposition that belong to
 * it, without words that stand before it already, and with one mark where the sentence and the answer have one.
 */
export function worded(type: AnswerType, answer: string, surroundings: Surroundings): Wording {
  const { before, after } = surroundings
  const { text, dropAfter } = withOneMark(withoutScheme(answer, before), after)
  const wording = { ...wordedAlone(type, text, surroundings), ...(dropAfter && { dropAfter }) }
  return isEnglish(surroundings.locale)
    ? asOwner(withAOrAn(wording, before), surroundings)
    : wording
}

/** `hr@example.org` where the answer to what stands after the `@` is `https://example.org/`. */
function withoutScheme(answer: string, before: string): string {
  if (!/(?:@|:\/\/|\bmailto:)$/i.test(before)) return answer
  const bare = answer.replace(SCHEME, '').replace(/\/$/, '')
  return before.endsWith('@') ? bare.replace(/^www\./i, '') : bare
}

/** The owner of something by one rule, whichever way the author wrote it after the placeholder. */
function asOwner(wording: Wording, { before, after }: Surroundings): Wording {
  const [written] = OWNED.exec(after) ?? []
  // The quotation that the answer stands in may end so.
  const isQuoted = written?.length === 1 && /(?:^|[\s(])['‘][^'’]*$/.test(before)
  if (!written || wording.text === '' || isQuoted) return wording
  const isOwner = /['’]s$|s['’]$/.test(wording.text)
  const ending = isOwner ? '' : possessiveEnding(wording.text)
  return { ...wording, text: `${wording.text}${ending}`, dropAfter: written.length }
}

/** `’s`, or the apostrophe alone before a word. */
const OWNED = /^['’](?:s(?![\p{L}\p{N}])|(?=\s\p{L}))/u

/** `an annual review` and `a review`, whichever of the two articles the author wrote, also `a/an` and `a(n)`. */
function withAOrAn(wording: Wording, before: string): Wording {
  const { text, drop } = wording
  const [written = '', article = '', between = ''] =
    ARTICLE_BEFORE.exec(before.slice(0, before.length - drop)) ?? []
  if (article === '' || !/^["“'‘(£$€]?[\p{L}\d]/u.test(text)) return wording
  const dropped = drop + written.length
  // An answer with an article of its own keeps that one.
  if (/^(?:an?|the) \S/i.test(text)) {
    const own = /^A/.test(article) ? `${text.charAt(0).toUpperCase()}${text.slice(1)}` : text
    return {
      ...wording,
      text: own,
      drop: dropped,
      ...(between.length > 1 && { instead: between.slice(1) }),
    }
  }
  const right = indefiniteArticle(text)
  if (article.toLowerCase() === right) return wording
  const begins = /^A/.test(article) ? 'A' : 'a'
  return { ...wording, drop: dropped, instead: `${begins}${right.slice(1)}${between}` }
}

/** An article before an answer, and a mark that opens between them. */
const ARTICLE_BEFORE = /(?<=^|[\s(“"'])(a\/an|an\/a|a\(n\)|an?)(\s["“'‘(]?)$/i

function wordedAlone(type: AnswerType, text: string, surroundings: Surroundings): Wording {
  const { before, after, form, locale } = surroundings
  const words = isEnglish(locale) ? wordsOf[type] : undefined
  if (!words) return { text: isEnglish(locale) ? notTwice(text, before) : text, drop: 0 }

  const agreeing = form === 'bare' ? '' : (words.agreeing?.exec(before)?.[0] ?? '')
  // `Send it to the HR Manager` and not `to the HR Manager through the HR Manager`.
  if (form === 'way' && endsWithWords(before.trimEnd(), words.plain(text)))
    return { text: '', drop: before.length - before.trimEnd().length }
  if (form) return { text: (words.forms?.[form] ?? words.plain)(text), drop: agreeing.length }
  const plain = agreeing && words.agreed ? words.agreed(text) : words.plain(text)
  const rest = before.slice(0, before.length - agreeing.length)
  // `HR, (insert people team name)` where they are called HR.
  if (endsWithWords(rest, `${plain}, `)) return { text: '', drop: agreeing.length + 2 }
  // `the HR Manager, Priya Nair, is` and not `the HR Manager, Priya Nair is`.
  const isOpen = words === name && /,(?!.* (?:and|or) )/.test(plain) && /^ \p{L}/u.test(after)
  const said = isOpen ? `${plain},` : plain
  return { text: notTwice(said, rest), drop: agreeing.length }
}

function endsWithWords(text: string, words: string): boolean {
  return text.endsWith(words) && !/[\p{L}\p{N}]$/u.test(text.slice(0, -words.length))
}

/** One text for all that say the same: of names without their article, of frequencies the time from one to the next. */
export function sameText(type: AnswerType, text: string, locale: string): string {
  if (!isEnglish(locale)) return text
  if (type === 'frequency') {
    const reading = readFrequency(text)
    return reading?.every ? frequencyPeriod(reading) : (reading?.text ?? text)
  }
  const { forms, plain } = wordsOf[type] ?? {}
  return forms?.bare?.(text) ?? plain?.(text) ?? text
}

function frequencyForm(
  form: (reading: NonNullable<ReturnType<typeof readFrequency>>) => string,
  other: string,
): (text: string) => string {
  return (text) => {
    const reading = readFrequency(text)
    return reading ? form(reading) : other
  }
}

const PREPOSITION = /^(at|in|inside|on|under|with|within) (?=\S)/i

function placeIn(text: string): {
  readonly preposition: string | undefined
  readonly place: string
} {
  const [whole = '', preposition] = PREPOSITION.exec(text) ?? []
  return { preposition: preposition?.toLowerCase(), place: text.slice(whole.length) }
}

function whereabouts(text: string): string {
  const { preposition, place } = placeIn(text)
  const phrase = readName(place, 'place')
  return `${preposition ?? prepositionOf(phrase)} ${withArticle(phrase)}`
}

const LABEL =
  /^(?:by )?(?:e-?mail|mail|tel(?:ephone)?|phone|call|ring|write to)(?: us)?(?: at| on| to)?[:.]?\s+/i

/** An address or number without the word for it; a role with its article. */
function contactOf(text: string): { readonly text: string; readonly isAddress: boolean } {
  const bare = text.replace(LABEL, '')
  if (isTelephone(bare) || isAllAddress(bare)) return { text: bare, isAddress: true }
  return beginsWithAddress(bare) || /^[+\d]/.test(bare)
    ? { text: bare, isAddress: true }
    : { text: withArticle(readName(text, 'body')), isAddress: false }
}

function isAllAddress(text: string): boolean {
  const pieces = linkedPieces(text)
  return pieces.length === 1 && pieces[0]?.url !== undefined
}

/** How somebody or something gets there: `at people@example.org`, `(telephone 020 7946 0000)`, `through the HR Manager`. */
function wayTo(answer: string): string {
  const { text, isAddress } = contactOf(answer)
  if (isTelephone(text)) return `(telephone ${text.replace(/^\((\d+)\) */, '$1 ')})`
  if (isAddress) return `at ${text}`
  return /^(?:at|by|c\/o|in|on|through|via|with) /i.test(text) ? text : `through ${text}`
}

/** What a sentence may say before an answer that says it too. */
const SMALL_WORDS =
  /^(?:a|about|after|an|and|at|by|contact|each|every|first|following|for|from|in|is|least|less|more|most|next|no|not|of|on|please|than|the|to|under|up|within)$/i

/** Says once what ends the text before an answer and begins the answer. */
function notTwice(answer: string, before: string): string {
  const last = before.toLowerCase().split(/\s+/).slice(0, -1)
  const words = answer.split(' ')
  for (let count = Math.min(3, words.length - 1); count > 0; count--) {
    const first = words.slice(0, count)
    const isRepeated = first.join(' ').toLowerCase() === last.slice(-count).join(' ')
    if (isRepeated && /\s$/.test(before) && first.every((word) => SMALL_WORDS.test(word)))
      return words.slice(count).join(' ')
  }
  // `the next month`, `every month` and not `the next one month`.
  return /\b(?:each|every|the (?:coming|first|following|last|next|past)) $/i.test(before)
    ? answer.replace(/^(?:an?|one) (?=\p{L})/u, '')
    : answer
}

/** Words that are shortened and have a full stop of their own. */
const SHORTENED =
  /(?:\b(?:approx|assoc|ave|co|corp|dept|e\.g|etc|i\.e|inc|jr|ltd|no|p\.a|rd|sr|st|univ)|\b\p{L}|\.)\.$/iu

/** Closing marks that a sentence or an answer may end with. */
const CLOSING = '["”’\')\\]]*'
const ENDS_WITH_STOP = /[^.]\.$/
const ENDS_WITH_MARK = new RegExp(`(?:[!?…]|\\.\\.\\.|[.]${CLOSING.replace('*', '+')})${CLOSING}$`)
const STOP_COMES = new RegExp(`^${CLOSING}\\.(?!\\.)`)

/** The answer without a mark in the middle of a sentence, and how much of the sentence after it goes, so that no mark stands twice. */
function withOneMark(
  text: string,
  after: string,
): { readonly text: string; readonly dropAfter?: number } {
  if (after.trim() === '') return { text }
  if (/[,;:]$/.test(text) && /^[.,;:!?)]/.test(after)) return { text: text.slice(0, -1) }
  if (ENDS_WITH_MARK.test(text)) return /^\.(?!\.)/.test(after) ? { text, dropAfter: 1 } : { text }
  const isOwn = SHORTENED.test(text) && !STOP_COMES.test(after)
  return { text: ENDS_WITH_STOP.test(text) && !isOwn ? text.slice(0, -1) : text }
}
