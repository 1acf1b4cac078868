/** What a page in Markdown says under one of its small headings. */
export interface Section {
  /** The heading of the second level that it stands under. */
  readonly group: string
  /** Its own, of the third level. */
  readonly heading: string
  readonly text: string
}

/** The sections of a page, in their order. */
export function sectionsOf(page: string): Section[] {
  return partsOf(page, '## ').flatMap(({ heading: group, text }) =>
    partsOf(text, '### ').map((part) => ({ group, ...part })),
  )
}

/** The parts of a text that begin with a heading of a level; what stands before the first is left out. */
function partsOf(text: string, level: string): Omit<Section, 'group'>[] {
  const [, ...parts] = `\n${text}`.replace(/\r\n/g, '\n').split(`\n${level}`)
  return parts.map((part) => {
    const [heading = '', ...lines] = part.split('\n')
    return { heading: heading.trim(), text: lines.join('\n').trim() }
  })
}
