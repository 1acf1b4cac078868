import { longDate } from '../../language/date.ts'
import { beginsWithAddress } from '../text/address.ts'
import { PLACEHOLDER_PATTERN } from '../text/placeholder.ts'
import { type Surroundings, type Wording, worded } from '../text/wording.ts'
import type { Entry } from './scopes.ts'
import type { Occurrence } from './spots.ts'

/**
 * An answer as it is shown: dates in words, with a capital where the placeholder has one, and so that it fits between what
 * stands before and after it. A name that stands alone has no article.
 */
export function shown(
  text: string,
  { key, capital, form }: Occurrence,
  entry: Entry | undefined,
  surroundings: Omit<Surroundings, 'form'>,
): Wording {
  const { before, after, locale } = surroundings
  const type = entry?.info?.type ?? 'text'
  const isDate = entry?.info ? type === 'date' : /\bdate\b/.test(key)
  const isAlone = (before + after).trim() === ''
  const asked = form ?? (isAlone ? 'bare' : undefined)
  const wording = isDate
    ? { text: longDate(text, locale), drop: 0 }
    : worded(type, text, { ...surroundings, ...(asked && { form: asked }) })
  const dropped = before.slice(before.length - wording.drop)
  const beginsLarge =
    capital || (wording.instead === undefined && /^\p{Lu}/u.test(dropped.trimStart()))
  return beginsLarge && !beginsWithAddress(wording.text)
    ? { ...wording, text: capitalised(wording.text, locale) }
    : wording
}

function capitalised(text: string, locale: string): string {
  return text.replace(/^\p{Ll}/u, (letter) => letter.toLocaleUpperCase(locale))
}

/** Puts what an answer gives between the texts before and after it in the place of each placeholder. */
export function replaceEach(
  text: string,
  wordings: readonly ((before: string, after: string) => Wording | undefined)[],
): string {
  let before = ''
  let end = 0
  for (const [index, match] of [...text.matchAll(PLACEHOLDER_PATTERN)].entries()) {
    const next = match.index + match[0].length
    before += text.slice(end, match.index)
    const wording = wordings[index]?.(before, text.slice(next))
    before = wording
      ? `${before.slice(0, before.length - wording.drop)}${wording.instead ?? ''}${wording.text}`
      : `${before}${match[0]}`
    end = next + (wording?.dropAfter ?? 0)
  }
  return before + text.slice(end)
}
