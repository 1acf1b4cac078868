/** How numbers of lists are written, by the names that Word has for it (ECMA-376, 17.18.59). */
export const labelFormats = {
  lowerLetter: (number: number) => letters(number),
  upperLetter: (number: number) => letters(number).toUpperCase(),
  lowerRoman: (number: number) => roman(number),
  upperRoman: (number: number) => roman(number).toUpperCase(),
  decimalZero: (number: number) => String(number).padStart(2, '0'),
} satisfies Record<string, (number: number) => string>

/** a … z, aa, bb, … as Word counts. */
function letters(number: number): string {
  const letter = String.fromCharCode(97 + ((number - 1) % 26))
  return number < 1 ? '' : letter.repeat(Math.min(Math.ceil(number / 26), 20))
}

function roman(number: number): string {
  let rest = Math.min(Math.max(number, 0), 3999)
  let text = ''
  for (const [value, sign] of romans) for (; rest >= value; rest -= value) text += sign
  return text
}

const romans = [
  ...([
    [1000, 'm'],
    [900, 'cm'],
    [500, 'd'],
    [400, 'cd'],
    [100, 'c'],
    [90, 'xc'],
    [50, 'l'],
  ] as const),
  ...([
    [40, 'xl'],
    [10, 'x'],
    [9, 'ix'],
    [5, 'v'],
    [4, 'iv'],
    [1, 'i'],
  ] as const),
] as const
