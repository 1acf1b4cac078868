import { mainPart } from './main-part.ts'

const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&nbsp;': '\u00a0',
}

/** What a page says in its main part, a line for each paragraph, point, cell and question, without what is not seen. */
export function pageLines(page: string): string[] {
  return mainPart(page)
    .replace(/<(svg|style|script)\b.*?<\/\1>/gs, '')
    .replace(
      /<\/?(?:p|li|h\d|td|th|tr|dt|dd|div|label|legend|option|caption|section|summary|br)\b[^>]*>/g,
      '\n',
    )
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:#x([0-9a-f]+)|#(\d+)|\w+);/gi, (entity, hex, number) =>
      hex || number
        ? String.fromCodePoint(hex ? Number.parseInt(hex, 16) : Number(number))
        : (entities[entity] ?? entity),
    )
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
}
