import type { Blank, Column } from './blank.ts'

const BEGIN = /^(?:from|start(?:s|ing)?|begin(?:s|ning)?|beginning|vom?|du|beginn)\s*:?$/i
export const END =
  /^(?:to|until|till|end(?:s|ing)?|finish(?:es)?|bis(?: zum)?|au|ende)(?!\p{L})(?!.*\btime\b)/iu
/** `Leave from`, whose day is known by what stands before the word. */
const BEGUN = /\b(?:from|between|vom?|du)\s*:?$/i
/** `Permit needed from`, and not `Taxi needed from` */
const LASTING =
  /^(?!.*\b(?:transport|lift|taxi|transfer|travel|flight|train)\b).*\b(?:needed|required|wanted|requested|booked|valid|hired|away|lived|worked|stayed|served|attended)\b/i
const TIME =
  /\b(?:time(?![- ]off)|hours?|shifts?|rota|o['’]clock|uhr(?:zeit)?|arbeitszeit(?:en)?|heures?|horaires?)\b/i

/** `| From | To |`: columns of days, where no day stands before them and nothing speaks of times or places. */
export function settleColumns(columns: readonly Column[], about: string): Column[] {
  const words = [about, ...columns.map(({ label }) => label)].join(' ')
  const isOther =
    TIME.test(words) ||
    /\b(?:miles?|mileage|journey|travel|km|distance|date|day|datum|tag|pause|stunden)\b/i.test(
      words,
    )
  return columns.map((column, index) => {
    const isFirst = BEGIN.test(column.label) && END.test(columns[index + 1]?.label ?? '')
    const isLast = END.test(column.label) && BEGIN.test(columns[index - 1]?.label ?? '')
    return (isFirst || isLast) && column.type === 'text' && !isOther
      ? { ...column, type: 'date' }
      : column
  })
}

/** `From: ____  To: ____` are days, unless what stands before them is about times of a day. */
export function settleRanges(blanks: readonly Blank[]): void {
  blanks.forEach((first, index) => {
    const last = blanks[index + 1]
    if (!last || !END.test(last.label)) return
    const { answer: own } = first
    const isLasting = own.kind === 'writing' && (own.type === 'date' || LASTING.test(first.label))
    const isFrom = BEGUN.test(first.label) && isLasting
    if (!isFrom && !BEGIN.test(first.label)) return
    const before = blanks[index - 1]
    const isDay = before?.answer.kind === 'writing' && before.answer.type === 'date'
    const isBeside = before?.position?.start.line === first.position?.start.line
    if ((isDay && isBeside) || TIME.test(`${first.section} ${before?.label ?? ''}`)) return
    for (const blank of [first, last]) {
      const { answer } = blank
      if (answer.kind === 'writing' && answer.type === 'text' && answer.lines < 2)
        blank.answer = { kind: 'writing', type: 'date', lines: 1 }
    }
  })
}
