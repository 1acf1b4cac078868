import type { KeyingTask } from '../../contracts/keying.ts'
import type { Word } from '../../language/words/english.ts'
import type { PageDoubt } from '../../model/paper.ts'
import { button, element } from '../elements.ts'
import { say } from '../say.ts'

/** What to do about a whole page of which nothing is certain. */
const remedies: Readonly<Record<PageDoubt, Word>> = {
  unmarked:
    'A page has no codes in its corners, so that nothing on it is certain: compare the whole page with what you key.',
  bilevel:
    'The scan is black and white only. Scan it with its shades at 200 dpi, if the paper is at hand, and import that.',
  coarse:
    'The picture is too coarse. Scan it at 200 dpi, if the paper is at hand, and import that.',
  misplaced: 'A page lies otherwise than the form: compare the whole page with the form.',
  noisy: 'A page is dirty or noisy, so that nothing on it is certain.',
  several: 'There is more than one page in a picture: look whether all answers are of this form.',
}

/**
 * What has to be known of a form before it is keyed: that pages are missing, or may be of somebody else, and what to do. `leaveOut` says of
 * the questions on missing pages that they cannot be read.
 */
export function noticesOf(
  { missing, isMixed, pages }: KeyingTask,
  questionsMissing: number,
  leaveOut: () => void,
): HTMLElement[] {
  const doubts = new Set(pages.flatMap((page) => page.doubts))
  const list = new Intl.ListFormat(document.documentElement.lang)
  const numbers = list.format(missing.map((page) => String(page + 1)))
  return [
    ...(missing.length > 0
      ? [
          notice(
            say(
              'Pages are missing: {pages}. Look for them, scan the whole form and import that; then leave this one as it is. Where they are lost, say so, and key the rest.',
              { pages: numbers },
            ),
            ...(questionsMissing > 0
              ? [
                  button(
                    say('The pages are lost: {count} questions cannot be read', {
                      count: questionsMissing,
                    }),
                    leaveOut,
                  ),
                ]
              : []),
          ),
        ]
      : []),
    ...(isMixed
      ? [
          notice(
            say(
              'Pages of several copies of this form may be mixed here. Open the whole pages, and see whether one hand wrote all of them. If not, leave this form, sort the paper, scan it again and import that.',
            ),
          ),
        ]
      : []),
    ...[...doubts].map((doubt) => notice(say(remedies[doubt]))),
  ]
}

function notice(text: string, ...more: HTMLElement[]): HTMLElement {
  return element('div', { class: 'note' }, element('p', {}, text), ...more)
}
