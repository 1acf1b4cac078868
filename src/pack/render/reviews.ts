import { calendarFile } from '../../contracts/calendar-file.ts'
import { isIsoDate, reviewDate } from '../../language/review.ts'
import { wordsFor } from '../../language/words.ts'
import type { Document } from '../../model/document.ts'
import type { Config } from '../../model/organisation.ts'

/** A calendar with one all-day entry for each document's next review. */
export function renderReviews(
  documents: readonly Document[],
  { organisation }: Pick<Config, 'organisation'>,
): string {
  const { name, locale } = organisation
  const say = wordsFor(locale)
  const entries = documents.flatMap(({ id, meta: { title, version, owner, ...meta } }) => {
    const day = reviewDate(meta)
    if (day === undefined) return []
    return [
      {
        ...{ key: [name, id], day },
        // The day from which the version holds.
        since: meta.effective && isIsoDate(meta.effective) ? meta.effective : day,
        summary: say('Review: {title}', { title }),
        description: owner
          ? say('Version {version}, owner {owner}.', { version, owner })
          : say('Version {version}.', { version }),
      },
    ]
  })
  return calendarFile(say('Reviews: {name}', { name }), 'reviews', entries)
}
