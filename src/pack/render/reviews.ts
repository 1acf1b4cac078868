import ical from 'ical-generator'
import { sha256Hex } from '../../contracts/hash.ts'
import { isIsoDate, reviewDate } from '../../language/review.ts'
import { wordsFor } from '../../language/words.ts'
import type { Document } from '../../model/document.ts'
import type { Config } from '../../model/organisation.ts'

/** A calendar with one all-day entry for each document's next review, iCalendar (RFC 5545). */
export function renderReviews(
  documents: readonly Document[],
  { organisation }: Pick<Config, 'organisation'>,
): string {
  const { name, locale } = organisation
  const say = wordsFor(locale)
  const calendar = ical({
    name: oneLine(say('Reviews: {name}', { name })),
    prodId: { company: 'policypack', product: 'reviews', language: 'EN' },
  })
  for (const { id, meta } of documents) {
    const date = reviewDate(meta)
    if (date === undefined) continue
    const start = new Date(`${date}T00:00:00Z`)
    calendar.createEvent({
      // The same document has the same id in each build, so that a calendar moves the entry instead of adding one.
      id: `${sha256Hex(`${name}\n${id}`).slice(0, 32)}@policypack`,
      // A build does not depend on the clock: the stamp is the day from which the version holds.
      stamp: new Date(
        `${meta.effective && isIsoDate(meta.effective) ? meta.effective : date}T00:00:00Z`,
      ),
      start,
      allDay: true,
      summary: oneLine(say('Review: {title}', { title: meta.title })),
      description: oneLine(
        meta.owner
          ? say('Version {version}, owner {owner}.', { version: meta.version, owner: meta.owner })
          : say('Version {version}.', { version: meta.version }),
      ),
    })
  }
  // RFC 5545, 3.1: each line ends with CR LF, the last one too.
  return `${calendar.toString()}\r\n`
}

/** Whatever a program could take for the end of a line would begin a line of its own in a calendar. */
function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, ' ')
}
