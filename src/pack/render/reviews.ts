import ical from 'ical-generator'
import { sha256Hex } from '../../contracts/hash.ts'
import { isIsoDate, reviewDate } from '../../language/review.ts'
import type { Document } from '../../model/document.ts'
import type { Config } from '../../model/organisation.ts'

/** A calendar with one all-day entry for each document's next review, iCalendar (RFC 5545). */
export function renderReviews(
  documents: readonly Document[],
  { organisation }: Pick<Config, 'organisation'>,
): string {
  const calendar = ical({
    name: oneLine(`Reviews: ${organisation.name}`),
    prodId: { company: 'policypack', product: 'reviews', language: 'EN' },
  })
  for (const { id, meta } of documents) {
    const date = reviewDate(meta)
    if (date === undefined) continue
    const start = new Date(`${date}T00:00:00Z`)
    calendar.createEvent({
      // The same document has the same id in each build, so that a calendar moves the entry instead of adding one.
      id: `${sha256Hex(`${organisation.name}\n${id}`).slice(0, 32)}@policypack`,
      // A build does not depend on the clock: the stamp is the day from which the version holds.
      stamp: new Date(
        `${meta.effective && isIsoDate(meta.effective) ? meta.effective : date}T00:00:00Z`,
      ),
      start,
      allDay: true,
      summary: oneLine(`Review: ${meta.title}`),
      description: oneLine(`Version ${meta.version}${meta.owner ? `, owner ${meta.owner}` : ''}.`),
    })
  }
  // RFC 5545, 3.1: each line ends with CR LF, the last one too.
  return `${calendar.toString()}\r\n`
}

/** Whatever a program could take for the end of a line would begin a line of its own in a calendar. */
function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, ' ')
}
