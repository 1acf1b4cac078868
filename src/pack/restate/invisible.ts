import type { Edit } from './edits.ts'

/** What nobody sees and chat programs, web pages and word processors leave in texts. */
const UNSEEN = /[\u00ad\u061c\u200b\u200e\u200f\u2060-\u2064\ufeff]|(?<=\p{L})\ufe0f/gu
/** Brackets of one line, also the wide ones of Chinese and Japanese keyboards, and full-width braces. */
const BRACKETED =
  /(?:[{<｛＜][\u200b-\u200f\u2060\ufeff]*)?[([{<«（［｛＜【][^()[\]{}<>（）［］｛｝＜＞【】\n]{0,200}[)\]}>»）］｝＞】](?:[\u200b-\u200f\u2060\ufeff]*[}>｝＞])?/gu
const wide: Readonly<Record<string, string>> = {
  '（': '(',
  '）': ')',
  '［': '[',
  '］': ']',
  '【': '[',
  '】': ']',
  '｛': '{',
  '｝': '}',
  '＜': '<',
  '＞': '>',
}

/** Takes what cannot be seen out of brackets, which then ask for what they show, and makes wide brackets plain ones. */
export function invisible(source: string): Edit[] {
  return Array.from(source.matchAll(BRACKETED)).flatMap(({ index, 0: found }) => {
    const asks = /^.\s*insert\s/i.test(found.replace(UNSEEN, ''))
    const isWide = /[（［｛＜【）］｝＞】]/.test(found)
    const isLatin = /^[\p{ASCII}\p{Script=Latin}\p{P}\u00ad\u200b-\u200f\u2060\ufeff]*$/u.test(
      found,
    )
    return [
      ...Array.from(found.matchAll(UNSEEN), ({ index: at, 0: { length } }) =>
        edit(index + at, length, ''),
      ),
      ...(isWide && (asks || isLatin)
        ? Array.from(found.matchAll(/[（［｛＜【）］｝＞】]/g), ({ index: at, 0: sign }) =>
            edit(index + at, 1, wide[sign] ?? sign),
          )
        : []),
    ]
  })
}

function edit(from: number, length: number, text: string): Edit {
  return { from, to: from + length, text }
}
