import { meaningsOf } from '../rules/fonts.ts'
import { type TaggedFile, textIn } from './index.ts'
import type { Content, Element } from './structure.ts'

/** A piece of text of one marked-content sequence, with its line as the content stream says it. */
export interface Piece {
  readonly text: string
  readonly line: number
}

/** What a marked-content sequence shows, piece by piece. */
export function piecesOf({ pages }: TaggedFile, { page, mcid }: Content): Piece[] {
  const runs = pages.find(({ ref }) => ref === page)?.content.runs ?? []
  return runs
    .filter((run) => run.mcid === mcid)
    .map(({ font, codes, line }) => ({
      text: codes.map((code) => meaningsOf(font).get(code) ?? '').join(''),
      line: Number(line),
    }))
}

/** The text of an element in reading order; a picture is what stands for it. */
export function textOfElement(file: TaggedFile, element: Element): string {
  if (element.standard === 'Figure') return textIn(element.dict, 'Alt') ?? ''
  return element.items
    .map((item) =>
      'mcid' in item
        ? piecesOf(file, item)
            .map(({ text }) => text)
            .join('')
        : textOfElement(file, item),
    )
    .join('')
}
