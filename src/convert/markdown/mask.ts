/** Stands for what is left out of a text, so that places in the rest stay. */
export const HIDDEN = '\uFFFC'

const COMMENT = /<!--[\s\S]*?(?:-->|$)/g

const code: readonly RegExp[] = [
  /^([ \t]{0,3}(?:>[ \t]?)*)(`{3,}|~{3,})[^\n]*\n[\s\S]*?(?:^[ \t>]{0,6}\2[`~]*[ \t]*$|(?![\s\S]))/gm,
  /(?<![`\\])(`{1,3})(?!`)[^`\n]*(?:\n(?![ \t]*\n)[^`\n]*)?\1(?!`)/g,
]

/** A source without its comments, each hidden as a whole but for the ends of its lines. */
export function withoutComments(source: string): string {
  return source.replace(COMMENT, hidden)
}

export function withoutCode(source: string): string {
  return code.reduce((text, part) => text.replace(part, hidden), withoutComments(source))
}

const signs: readonly RegExp[] = [
  // `<https://…>` and `<name@host>`
  /<(?:[a-z][a-z0-9+.-]{1,31}:(?!\s)[^\s<>]*|(?!e-?mail|name@|firstname|your|[\w.+-]+@(?:your-?)?(?:company|organi[sz]ation|business|charity|domain|employer|school|firm)\.)[\w.+-]+@[\w-]+(?:\.[\w-]+)+)>/gi,
  // A definition of a link or a note, and the mark of a note.
  /^[ \t]{0,3}\[\^?[^[\]\n]{1,200}\]:(?=[ \t]+\S)/gm,
  /\[\^[^[\]\s]{1,100}\]/g,
  // The box of a task.
  /^[ \t>]*(?:[-*+]|\d{1,9}[.)])[ \t]+\[[ xX]\](?=[ \t]+\S)(?! (?:years?|months?|weeks?|days?|hours?)\b)/gm,
  // The attributes of a directive, of a heading and of a picture.
  /(?<=\])\{(?!\{)[^{}\n]*\}|\{[#.:][^{}\n]*\}(?=[ \t]*$)/gm,
  // The name of a directive.
  /(?<![\p{L}\p{N}:]):{1,3}[a-z][a-z-]*(?=\[)/gu,
]

/** A source without code and without the signs of Markdown that look like gaps. */
export function withoutSigns(source: string): string {
  return signs.reduce((text, sign) => text.replace(sign, hidden), withoutCode(source))
}

/** A part of a text, with nothing of it but the ends of its lines. */
export function hidden(part: string): string {
  return part.replace(/[^\r\n]/g, HIDDEN)
}
