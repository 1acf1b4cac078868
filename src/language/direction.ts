/** The scripts in use that run from right to left (Unicode Standard, chapter 9). */
const RIGHT_TO_LEFT = [
  'Adlm',
  'Arab',
  'Aran',
  'Hebr',
  'Mand',
  'Nkoo',
  'Rohg',
  'Samr',
  'Syrc',
  'Thaa',
]

/** Which way a language is written. */
export function directionOf(locale: string): 'ltr' | 'rtl' {
  const { script = '' } = new Intl.Locale(locale).maximize()
  return RIGHT_TO_LEFT.includes(script) ? 'rtl' : 'ltr'
}
