/** The text with decimal digits of any script written as 0 to 9, for example `٣` as `3`. */
export function withLatinDigits(text: string): string {
  return text.replace(/\p{Nd}/gu, latinDigit)
}

// Unicode keeps the ten digits of a script together and in order (The Unicode Standard, 4.6), so that a digit's value is
// its distance from the start of its run.
function latinDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0
  let start = code
  while (/\p{Nd}/u.test(String.fromCodePoint(start - 1))) start -= 1
  return String((code - start) % 10)
}
