import type { Blank } from './blank.ts'

const BEGIN = /^(?:from|start(?:s|ing)?|begin(?:s|ning)?|beginning)\s*:?$/i
const END = /^(?:to|until|till|end(?:s|ing)?|finish(?:es)?)\b(?!.*\btime\b)/i
const TIME = /\b(?:time(?![- ]off)|hours?|shifts?|rota|o['’]clock)\b/i

/** `From: ____  To: ____` are days, unless what stands before them is about times of a day. */
export function settleRanges(blanks: readonly Blank[]): void {
  blanks.forEach((first, index) => {
    const last = blanks[index + 1]
    if (!last || !BEGIN.test(first.label) || !END.test(last.label)) return
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
