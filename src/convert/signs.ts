/** What the signs of fonts of signs stand for; others show as a box to tick would not be read by anybody. */
const symbols: Readonly<Record<string, string>> = {
  ...eachAs('☐', 'a8 6f 71 72 a1 a3 30'),
  ...eachAs('☑', 'fe 52'),
  ...eachAs('☒', 'fd 78 54'),
  ...eachAs('✓', 'fc 50'),
  ...eachAs('•', 'b7 9f 6c a7 6e'),
  ...eachAs('→', 'e0 e8 f0 ae'),
  ...eachAs('–', '2d'),
}

function eachAs(sign: string, codes: string): Record<string, string> {
  return Object.fromEntries(codes.split(' ').map((code) => [code, sign]))
}

/** What a character of Wingdings or Symbol stands for, by its code in hexadecimal figures: `a8`, `f0a8`. */
export function signOf(code: string): string | undefined {
  return symbols[code.replace(/^f0/, '')]
}
