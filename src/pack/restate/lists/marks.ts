/** Bullets that nobody begins a sentence with. */
export const BULLETS = '•▪▫◦‣⁃∙●○■□◆◇➢➤►▸▶✓✔➔→❖✦\uf0b7\uf0a7\uf0d8\uf0fc\uf076\uf0a8'
/** Signs that are bullets where several lines begin with them. */
const DASHES = '–—−·‐*§o'
/** A sign that stands more than once tells how deep a point is: `** inner`. */
const DOUBLED = '\\\\?\\*{2,4}|-{2,4}'
const BULLET = new RegExp(
  `^([ \\t\\u00a0>]*)(\\\\?[${BULLETS}${DASHES}]|${DOUBLED})([ \\t\\u00a0\\u2003\\u2002]+)(?=\\S)|^([ \\t\\u00a0>]*)([${BULLETS}])(?=[\\p{L}\\p{N}*_"“‘([{<])`,
  'u',
)
export const LETTERED =
  /^([ \t\u00a0>]*)(\\?\((?:[a-zA-Z]|[ivxIVX]{2,5}|\d{1,3})\\?\)|(?:[a-zA-Z]|[ivxIVX]{2,5})(?:\\?\)|\.)|\d{1,3}\\[.)]|\d{1,3}[.)])([ \t\u00a0\u2003\u2002]+)(?=\S)/

export interface Line {
  readonly text: string
  readonly from: number
}

/** How a line is marked as a point of a list. */
export interface Mark {
  /** Lines of one list have the same. */
  readonly style: string
  readonly value: number
  /** Where the mark begins in the line, and where the words do. */
  readonly from: number
  readonly to: number
  readonly isPlain: boolean
}

/** How a line is marked; undefined for one that is no point of a list. */
export function markOf({ text }: Line, isForm: boolean): Mark | undefined {
  const bullet = BULLET.exec(text)
  if (bullet) {
    const [whole, before = '', sign = '', , tight = '', own = ''] = bullet
    const style = (sign || own).replace('\\', '')
    if (isForm && /[○□●◇o]/.test(style)) return undefined
    const from = (before || tight).length
    return {
      style,
      value: 0,
      from,
      to: whole.length,
      isPlain: style === '*' && !sign.startsWith('\\'),
    }
  }
  const lettered = LETTERED.exec(text)
  if (!lettered) return undefined
  const [whole, before = '', mark = ''] = lettered
  const name = mark.replace(/[\\().]/g, '')
  const sign = mark.replace(/\\/g, '').replace(name, '#')
  const isPlain = /^\d+[.)]$/.test(mark)
  const kind = /^\d/.test(name) ? '1' : /^[a-z]/.test(name) ? 'a' : 'A'
  const value =
    kind === '1'
      ? Number(name)
      : name.length > 1
        ? romanValue(name)
        : name.toLowerCase().charCodeAt(0) - 96
  const style = `${kind === '1' || name.length === 1 ? kind : kind === 'a' ? 'i' : 'I'}${sign}`
  return value > 0 ? { style, value, from: before.length, to: whole.length, isPlain } : undefined
}

const romans: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10 }

function romanValue(name: string): number {
  const digits = Array.from(name.toLowerCase(), (letter) => romans[letter] ?? 0)
  return digits.reduce(
    (sum, digit, index) => sum + (digit < (digits[index + 1] ?? 0) ? -digit : digit),
    0,
  )
}

/** `(i)` is a Roman number unless it comes after `(h)`. */
export function settleRoman(marks: (Mark | undefined)[]): void {
  const last = new Map<string, number>()
  marks.forEach((mark, index) => {
    if (!mark || !/^[aA]/.test(mark.style)) return
    const roman = { 9: 1, 22: 5, 24: 10 }[mark.value]
    const style = mark.style.replace('a', 'i').replace('A', 'I')
    const isNext = last.get(mark.style) === mark.value - 1
    const isNextRoman = roman === 1 || last.get(style) === (roman ?? 0) - 1
    if (roman !== undefined && !isNext && isNextRoman) {
      marks[index] = { ...mark, style, value: roman }
      last.set(style, roman)
    } else {
      last.set(mark.style, mark.value)
    }
  })
}
