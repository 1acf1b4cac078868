/** Markdown of our own as it is read in a terminal: links and emphasis as words, lines of so many columns, examples as they are. */
export function plainText(markdown: string, columns: number): string {
  const blocks = markdown.split(/\n{2,}/)
  return blocks
    .map((block) => (block.startsWith('    ') ? block : wrapped(withoutMarkup(block), columns)))
    .join('\n\n')
}

function withoutMarkup(text: string): string {
  return text.replace(/\[([^\]`]+)\]\([^)]+\)/g, '$1').replaceAll('**', '')
}

function wrapped(text: string, columns: number): string {
  const lines: string[] = []
  for (const word of text.split(/\s+/)) {
    const line = lines.at(-1)
    if (line !== undefined && line.length + 1 + word.length <= columns)
      lines[lines.length - 1] = `${line} ${word}`
    else lines.push(word)
  }
  return lines.join('\n')
}
