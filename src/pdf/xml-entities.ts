/** Text for XML 1.0; control characters have no place in it, not even escaped. */
export function escapeXml(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/[^\P{Cc}\t\n\r]/gu, '')
}

/** Text with the references of XML (1.0, 4.6 and 4.1) as the characters that they stand for. */
export function unescapeXml(text: string): string {
  return text
    .replace(/&#(x[0-9a-f]{1,6}|\d{1,7});/gi, (whole, code: string) => {
      const point = Number(code.toLowerCase().startsWith('x') ? `0${code}` : code)
      return point <= 0x10ffff ? String.fromCodePoint(point) : whole
    })
    .replace(/&(lt|gt|quot|apos|amp);/g, (_, name: string) => entities.get(name) ?? '')
}

const entities = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['amp', '&'],
])
