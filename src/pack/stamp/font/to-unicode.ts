/** Most entries that one block of a CMap may have; Ghostscript prints garbage beyond it (Adobe TN 5014, 1.4.1). */
const BLOCK = 100

/** Codes that follow each other, as do their texts, and the text of the first. */
interface Range {
  readonly first: number
  last: number
  readonly text: string
}

/** A ToUnicode CMap (ISO 32000-1, 9.10.3) from the texts of two-byte codes. */
export function writeToUnicode(texts: ReadonlyMap<number, string>): string {
  const ranges = rangesOf(texts)
  const blocks = Array.from({ length: Math.ceil(ranges.length / BLOCK) }, (_, index) =>
    ranges.slice(index * BLOCK, (index + 1) * BLOCK),
  )
  return [
    '/CIDInit /ProcSet findresource begin',
    '12 dict begin',
    'begincmap',
    '/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def',
    '/CMapName /Adobe-Identity-UCS def',
    '/CMapType 2 def',
    '1 begincodespacerange',
    '<0000> <FFFF>',
    'endcodespacerange',
    ...blocks.flatMap((block) => [
      `${block.length} beginbfrange`,
      ...block.map(({ first, last, text }) => `<${hex(first)}> <${hex(last)}> <${utf16(text)}>`),
      'endbfrange',
    ]),
    'endcmap',
    'CMapName currentdict /CMap defineresource pop',
    'end',
    'end',
  ].join('\n')
}

function rangesOf(texts: ReadonlyMap<number, string>): Range[] {
  const ranges: Range[] = []
  for (const [code, text] of [...texts].sort(([a], [b]) => a - b)) {
    const range = ranges.at(-1)
    if (range && goesOn(range, code, text)) range.last = code
    else ranges.push({ first: code, last: code, text })
  }
  return ranges
}

/** Only the last byte of code and text may count up in a range. */
function goesOn({ first, last, text }: Range, code: number, next: string): boolean {
  const steps = code - first
  const unit = text.charCodeAt(0)
  return (
    code === last + 1 &&
    text.length === 1 &&
    next.length === 1 &&
    next.charCodeAt(0) === unit + steps &&
    code >> 8 === first >> 8 &&
    (unit + steps) >> 8 === unit >> 8
  )
}

function utf16(text: string): string {
  return Array.from({ length: text.length }, (_, index) => hex(text.charCodeAt(index))).join('')
}

function hex(value: number): string {
  return value.toString(16).toUpperCase().padStart(4, '0')
}
