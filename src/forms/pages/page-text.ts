import { foldPrinted } from '../../language/fold.ts'
import { type Glyph, linesOf, type PageContent } from '../../pdf/page/index.ts'

/** The text of a page for finding anchors in it: without spaces, with the character that each part comes from. */
export class PageText {
  readonly #text: string
  readonly #glyphs: readonly (Glyph | undefined)[]

  constructor(content: PageContent) {
    let text = ''
    const glyphs: (Glyph | undefined)[] = []
    for (const line of linesOf(content.glyphs)) {
      for (const glyph of line.glyphs) {
        const part = foldPrinted(glyph.text || '\ufffd')
        text += part
        for (let index = 0; index < part.length; index++) glyphs.push(glyph)
      }
      text += '\n'
      glyphs.push(undefined)
    }
    this.#text = text
    this.#glyphs = glyphs
  }

  /** Whether a text stands on the page. */
  has(text: string): boolean {
    return this.#text.includes(foldPrinted(text))
  }

  /** The characters of a text that stands on the page exactly once. */
  findOnly(text: string): readonly Glyph[] | undefined {
    const wanted = foldPrinted(text)
    const start = this.#text.indexOf(wanted)
    if (start === -1 || this.#text.indexOf(wanted, start + 1) !== -1) return undefined
    return this.#glyphs.slice(start, start + wanted.length).filter((glyph) => glyph !== undefined)
  }
}
