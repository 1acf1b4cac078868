import type { Word } from '../../language/words/english.ts'
import { wordsFor } from '../../language/words.ts'
import type { FrontMatter } from '../../model/document.ts'
import { linkedWithGaps } from './gaps.ts'
import { toHtml } from './html.ts'

/** One point of a notice: what it is about, and what it says, as HTML. */
interface Point {
  readonly about: string
  readonly says: string
}

/** What a form says of the personal data that it asks for: who asks, why, by what right, and what becomes of it. */
export function privacyNotice(
  { privacy, recipients, retention }: FrontMatter,
  {
    controller,
    draft,
    locale,
  }: { readonly controller: string; readonly draft: boolean; readonly locale: string },
): Point[] | undefined {
  if (!privacy) return undefined
  const say = wordsFor(locale)
  const points: readonly (readonly [about: Word, says: string | undefined])[] = [
    ['Who asks', controller],
    ['Why', privacy.purpose],
    ['By what right', privacy.basis],
    ['Who sees it', recipientsInWords(recipients)],
    ['How long we keep it', retention],
    ['Your rights', privacy.rights],
    ['Questions', privacy.contact],
  ]
  return points.flatMap(([about, text]) =>
    text === undefined ? [] : [{ about: say(about), says: sentenceHtml(text, draft) }],
  )
}

/** Who receives a form and what they see of it; undefined where it does not say. */
export function recipientsInWords(recipients: FrontMatter['recipients']): string | undefined {
  if (recipients.length === 0) return undefined
  return recipients.map(({ who, sees }) => `${who}: ${sees}`).join('; ')
}

/** A text that an author wrote as a sentence or as a phrase, as a sentence. */
export function sentenceHtml(text: string, draft: boolean): string {
  const begun = text.replace(/^\p{Ll}(?![^ ]*@)/u, (letter) => letter.toUpperCase())
  return toHtml(...linkedWithGaps(/[.!?…]$/.test(begun) ? begun : `${begun}.`, draft))
}
