import { dateHint, dateInWords, longDate } from '../language/date.ts'
import { between, decimalPlaces } from '../language/limits.ts'
import { inAllLanguages, type Say, wordsFor } from '../language/words.ts'
import type { ColumnField, Field, FieldOf } from '../model/field.ts'
import { roomFor, type TextBox } from './room.ts'
import { OTHER, questionOf, type Slot } from './slot.ts'

/** At the end of a tooltip, after other facts or alone. */
const ROOM = new RegExp(
  `(; | \\()(?:${inAllLanguages('room for about {count} characters').join('|').replaceAll('{count}', '\\d+')})\\)$`,
)

interface Asking {
  /** BCP 47; decides in which order a date is written. */
  readonly locale: string
  readonly box: TextBox
}

/**
 * What a screen reader says of a place: the question with its row, then the option or what the answer must be like, in the
 * order in which somebody would ask it aloud.
 */
export function tooltipOf(slot: Slot, asking: Asking): string {
  const { field, option, control } = slot
  const say = wordsFor(asking.locale)
  const question = askedIn(slot, say)
  if (option === OTHER) return spoken(question, say('Other'))
  if (option)
    return spoken(question, field.type === 'rating' ? step(field, option.value, say) : option.label)
  if (isOther(slot))
    return withFacts(spoken(question, say('Other, please say')), [room(slot, asking)])
  return withFacts(question, [
    field.hint,
    ...(control === 'text' ? [...limits(slot.field, asking), room(slot, asking)] : []),
  ])
}

/** The question with the row where it is a cell, in the language of the form. */
export function askedIn(slot: Slot, say: Say): string {
  const { field, cell } = slot
  if (!cell || say(CELL) === CELL) return questionOf(slot)
  return say(CELL, {
    table: cell.rows.label,
    row: cell.row,
    column: field.label,
  })
}

const CELL = '{table}, row {row}, {column}'

/** A place with its label in the language of the form. */
export function labelledIn(slot: Slot, say: Say): Slot {
  const rest = slot.label.slice(questionOf(slot).length)
  return { ...slot, label: `${askedIn(slot, say)}${rest}` }
}

/** What a screen reader says of a group of buttons: the question that all of them answer. */
export function groupTooltip(slot: Slot, say: Say): string {
  return withFacts(askedIn(slot, say), [slot.field.hint])
}

/** A question and one of its answers, as one says them: `How often will you meet? Every month`. */
function spoken(question: string, answer: string): string {
  return `${question}${/[?.!:…]$/.test(question) ? '' : ':'} ${answer}`
}

/** Whether a place is the text beside "Other". */
function isOther({ field: { type }, control }: Slot): boolean {
  return control === 'text' && (type === 'choice' || type === 'select' || type === 'checks')
}

/** A number of a rating, which means little without the last one and the words at the ends. */
function step({ max, low, high }: FieldOf<'rating'>, value: string, say: Say): string {
  const end = value === '1' ? low : value === String(max) ? high : undefined
  return `${say('{value} of {max}', { value, max })}${end ? `, ${end}` : ''}`
}

/** What an answer must be like, in words. */
function limits(field: Field | ColumnField, { locale }: Asking): (string | undefined)[] {
  const say = wordsFor(locale)
  switch (field.type) {
    case 'date':
      return [dateHint(locale), between(field.min, field.max, (day) => dayIn(day, locale), say)]
    case 'number':
      return [
        field.unit === undefined ? undefined : say('in {unit}', { unit: field.unit }),
        between(field.min, field.max, String, say),
        field.decimals === undefined ? undefined : decimalPlaces(field.decimals, say),
      ]
    case 'email':
      return [say('like name@example.org')]
    default:
      return []
  }
}

/** A tooltip without about how much its box shows, which may be another in each layout of a form. */
export function withoutRoom(tooltip: string): string {
  return tooltip.replace(ROOM, (_, before: string) => (before === '; ' ? ')' : ''))
}

/** A limit that the field has, or about how much its box shows. */
function room(slot: Slot, { box, locale }: Asking): string | undefined {
  const { field } = slot
  const say = wordsFor(locale)
  if ('maxLength' in field && field.maxLength)
    return say('at most {count} characters', { count: field.maxLength })
  const isFree = field.type === 'text' || field.type === 'multiline' || isOther(slot)
  return isFree
    ? say('room for about {count} characters', { count: roomFor(slot, box) })
    : undefined
}

function dayIn(day: string, locale: string): string {
  return new Intl.Locale(locale).language === 'en' ? dateInWords(day) : longDate(day, locale)
}

function withFacts(text: string, facts: readonly (string | undefined)[]): string {
  const known = facts.filter((fact) => fact !== undefined)
  return known.length === 0 ? text : `${text} (${known.join('; ')})`
}
