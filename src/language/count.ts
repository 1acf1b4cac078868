const ones = [
  ...['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'],
  ...['eleven', 'twelve', 'thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen'],
  'nineteen',
]
const tens = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety']

const words = [
  ...ones,
  ...tens.flatMap((ten) => [ten, ...ones.slice(1, 10).map((one) => `${ten}-${one}`)]),
  'one hundred',
]

/** A count in lower case as a number: `six`, `twenty-eight`, `an`, `6`, `1.5`; undefined for other texts. */
export function readCount(text: string): number | undefined {
  if (/^\d{1,6}([.,]\d{1,2})?$/.test(text)) return Number(text.replace(',', '.'))
  if (/^an?$/.test(text)) return 1
  const found = words.indexOf(text.replace(/^(a )?hundred$/, 'one hundred').replace(' ', '-'))
  return found < 0 ? (text.endsWith('hundred') ? 100 : undefined) : found
}

/** A whole number up to twelve in a word, as running text has it; others in figures. */
export function countWord(count: number): string {
  return (count <= 12 && words[count]) || String(count)
}

/** A regular expression for a count. */
export const COUNT = String.raw`\d{1,6}(?:[.,]\d{1,2})?|an?|(?:${tens.join('|')})(?:[- ](?:${ones.slice(1, 10).join('|')}))?|${ones.slice(1).toReversed().join('|')}`
