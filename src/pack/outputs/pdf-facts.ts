import { wordsFor } from '../../language/words.ts'
import type { StampedDocument } from '../../model/project.ts'

/** Puts behind each link to a PDF how long and how large it is, where its page asks for that and it was made. */
export function withPdfFacts(html: string, stamped: readonly StampedDocument[]): string {
  const say = wordsFor(/<html lang="([^"]*)"/.exec(html)?.[1] ?? '')
  return html.replace(/<span data-pdf="([^"]*)"><\/span>/g, (_, id) => {
    const made = stamped.find(({ document }) => document.id === id)
    if (!made) return ''
    const pages = say('{count} pages', { count: made.pages })
    return ` <span class="size">(${pages}, ${Math.ceil(made.pdf.length / 1000)} kB)</span>`
  })
}
