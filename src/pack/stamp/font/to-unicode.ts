/** Most entries that one block of a CMap may have; Ghostscript prints garbage beyond it (Adobe TN 5014, 1.4.1). */
const BLOCK = 100

/**
 * A ToUnicode CMap (ISO 32000-1, 9.10.3) from the texts of two-byte codes. Ghostscript 10.00 loses the first byte of a text
 * that it is given in a range, so each code has an entry, and for their number no space between two.
 */
export function writeToUnicode(texts: ReadonlyMap<number, string>): string {
  const codes = [...texts].sort(([a], [b]) => a - b)
  const blocks = Array.from({ length: Math.ceil(codes.length / BLOCK) }, (_, index) =>
    codes.slice(index * BLOCK, (index + 1) * BLOCK),
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
      `${block.length} beginbfchar`,
      block.map(([code, text]) => `<${hex(code)}><${utf16(text)}>`).join(''),
      'endbfchar',
    ]),
    'endcmap',
    'CMapName currentdict /CMap defineresource pop',
    'end',
    'end',
  ].join('\n')
}

function utf16(text: string): string {
  return Array.from({ length: text.length }, (_, index) => hex(text.charCodeAt(index))).join('')
}

function hex(value: number): string {
  return value.toString(16).toUpperCase().padStart(4, '0')
}
