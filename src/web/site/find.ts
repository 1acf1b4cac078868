import MiniSearch from 'minisearch'
import type { SearchData } from '../../contracts/search.ts'
import { foldWord } from '../../language/fold.ts'

/** A place that has all the words that were asked for. */
export interface Found {
  /** Relative to the pages. */
  readonly href: string
  readonly title: string
  readonly kind: string
  readonly number: string
  readonly text: string
  /** The words of the text by which it was found, as they stand there in small letters. */
  readonly words: readonly string[]
}

const MOST = 20
/** Words that are in every text, so that nobody means them; in English, the language of the pack that comes along. */
const STOP_WORDS = new Set(
  'a an and are as at be by for from if in is it of on or our so that the their them they this to was we what who will with you your'.split(
    ' ',
  ),
)

/** Makes ready to search. Gives at most 20 places, best first; none for words that are nowhere. */
export function searcher({ locale, documents }: SearchData): (query: string) => Found[] {
  const places = documents.flatMap(({ id, title, kind, places }) => [
    { href: `${id}.html`, title, kind, number: '', text: '' },
    ...places.map(({ anchor, number, text }) => ({
      href: `${id}.html${anchor ? `#${anchor}` : ''}`,
      title,
      kind,
      number,
      text,
    })),
  ])
  const index = new MiniSearch<(typeof places)[number] & { id: number; name: string }>({
    fields: ['name', 'number', 'text'],
    tokenize: wordsOf(locale),
    processTerm: (word) => (STOP_WORDS.has(word) ? null : foldWord(word)),
    searchOptions: {
      combineWith: 'AND',
      boost: { name: 3, number: 4 },
      prefix: true,
      fuzzy: (word) => (word.length > 3 && !/\p{N}/u.test(word) ? 0.2 : false),
    },
  })
  // The title counts once, for the document itself, or every place of it would be found by it.
  index.addAll(
    places.map((place, id) => ({ ...place, id, name: place.text === '' ? place.title : '' })),
  )
  return (query) =>
    index
      .search(query)
      .slice(0, MOST)
      .flatMap(({ id, match }) => {
        const place = places[id]
        return place ? { ...place, words: Object.keys(match) } : []
      })
}

/** A text in the words of its language; the number of a clause is one word. */
function wordsOf(locale: string): (text: string) => string[] {
  const segmenter = new Intl.Segmenter(locale, { granularity: 'word' })
  return (text) =>
    Array.from(segmenter.segment(text.toLowerCase()))
      .filter(({ isWordLike }) => isWordLike)
      .map(({ segment }) => segment)
}
