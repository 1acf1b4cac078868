import { countUpTo } from '../text/place.ts'

/** Another text in the place of what an author wrote from `from` up to `to`. */
export interface Edit {
  readonly from: number
  readonly to: number
  readonly text: string
}

/** A text with its edits made, and the way back from places in it. */
export interface Edited {
  readonly text: string
  /** The place in the author's text; what stands in an edit begins and ends where the edit does. */
  readonly back: (offset: number, side: 'start' | 'end') => number
  /** The place in the new text of one between edits. */
  readonly forth: (offset: number) => number
  /** What the author wrote where an edit begins in the new text. */
  readonly writtenAt: (offset: number) => { readonly from: number; readonly to: number } | undefined
}

/** Makes edits. Of those that overlap, the one that begins first holds, and of these the first in the list. */
export function edited(source: string, edits: readonly Edit[]): Edited {
  const made: (Edit & { readonly start: number; readonly end: number })[] = []
  let text = ''
  let at = 0
  for (const edit of edits.toSorted((a, b) => a.from - b.from)) {
    if (edit.from < at) continue
    text += source.slice(at, edit.from)
    made.push({ ...edit, start: text.length, end: text.length + edit.text.length })
    text += edit.text
    at = edit.to
  }
  text += source.slice(at)

  const lastBefore = (offset: number) => made[countUpTo(made, offset, ({ start }) => start) - 1]
  return {
    text,
    back(offset, side) {
      const edit = lastBefore(side === 'end' ? offset - 1 : offset)
      if (!edit) return offset
      if (offset >= edit.end) return edit.to + offset - edit.end
      return side === 'start' ? edit.from : edit.to
    },
    forth(offset) {
      const edit = made.findLast(({ to }) => to <= offset)
      return edit ? edit.end + offset - edit.to : offset
    },
    writtenAt(offset) {
      const edit = lastBefore(offset)
      return edit?.start === offset && edit.text.length > 1 ? edit : undefined
    },
  }
}
