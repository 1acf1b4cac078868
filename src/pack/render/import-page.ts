import { h } from 'hastscript'
import { IMPORT_PAGE } from '../../contracts/import-page.ts'
import { ANONYMOUS_ENDING, endings } from '../../contracts/import-words.ts'
import type { Word } from '../../language/words/english.ts'
import { wordsFor } from '../../language/words.ts'
import type { PackContext } from './document-values.ts'
import { toHtml } from './html.ts'
import { siteValues } from './site.ts'

/** The page with which HR reads completed forms; no other page leads to it. */
export function importPage(pack: PackContext): string {
  const { name, locale } = pack.organisation
  const say = wordsFor(locale)
  const title = say('Import completed forms')
  const description = say('For HR: completed forms of {name} become records, on this computer.', {
    name,
  })
  const coded = (...words: Word[]): string =>
    withCode(words.map((word) => say(word, { page: IMPORT_PAGE })).join(' '))
  return pack.fillLayout('import', {
    ...siteValues({ path: IMPORT_PAGE, title, description }, pack),
    private: true,
    about: coded(
      'For HR: turn completed forms into checked records, as `policypack import` does.',
      PAPER,
    ),
    privacy: coded(PRIVACY),
    withoutScript: coded(
      'This page needs JavaScript. Without it, `policypack import` does the same.',
    ),
    endings: Object.entries(endings)
      .filter(([status]) => status !== ONLY_OF_COMMAND)
      .map(([status, meaning]) => ({
        status: say(status as keyof typeof endings),
        meaning: say(meaning),
      })),
    anonymous: coded(ANONYMOUS_ENDING, COUNTED_AGAIN),
    foreign: new Intl.Locale(locale).language !== 'en' && say(IN_ENGLISH),
  })
}

/** The page does not read pictures. */
const ONLY_OF_COMMAND = 'to-key' satisfies keyof typeof endings

const PAPER: Word =
  'Scans and photographs of forms on paper it does not read: take the command for those.'
const PRIVACY: Word =
  'Nothing leaves this computer: the files are read in this page and sent to nobody. The page is HR’s own. No other page leads to it and the ZIP for staff does not have it; where you publish the pack, leave `{page}` out.'
const COUNTED_AGAIN: Word =
  'A form that is anonymous and was counted in an earlier import counts again here; only `policypack import`, which has a key for that, knows it again.'
const IN_ENGLISH: Word =
  'What the page tells of a file it tells in English, in the words that the command and the records have as well.'

/** A sentence as HTML, in which names and commands stand between backticks. */
function withCode(text: string): string {
  return toHtml(
    ...text
      .split('`')
      .map((part, index) =>
        index % 2 === 1 ? h('code', part) : ({ type: 'text', value: part } as const),
      ),
  )
}
