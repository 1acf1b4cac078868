import { slotsOf } from '../../contracts/slot.ts'
import { type Finding, finding } from '../../messages/finding.ts'
import type { Extraction } from '../../model/extraction.ts'
import { quoted } from './wording.ts'

/** Tells of many boxes that are gone in one sentence, and not of those whose page is said to be missing as a whole. */
export function withoutMissingBoxes(findings: readonly Finding[], read: Extraction): Finding[] {
  const onMissingPages = namesOnMissingPages(read)
  const missing = findings.filter(
    ({ rule, field = '' }) => rule === 'field-missing' && !onMissingPages.has(field),
  )
  const others = findings.filter(({ rule }) => rule !== 'field-missing')
  if (missing.length <= FEW) return [...missing, ...others]
  const tooltips = new Map(slotsOf(read.form.fields).map(({ name, tooltip }) => [name, tooltip]))
  const examples = missing
    .slice(0, FEW)
    .map(({ field = '' }) => quoted(tooltips.get(field) ?? field))
  return [
    finding(
      'field-missing',
      `${missing.length} boxes of the form are not in this file any more, such as ${new Intl.ListFormat('en-GB').format(examples)}; ask for the form again on the original`,
    ),
    ...others,
  ]
}

/** Of so many boxes each is told by itself. */
const FEW = 3

function namesOnMissingPages({ form, values, messages }: Extraction): ReadonlySet<string> {
  if (!messages.some(({ rule }) => rule === 'page-missing')) return new Set()
  const pages = [...Map.groupBy(form.widgets, ({ page }) => page).values()]
  // Programs that take pages out leave some of their fields behind on none.
  const missing = pages.filter(
    (widgets) => widgets.filter(({ name }) => values.has(name)).length * 2 < widgets.length,
  )
  return new Set(missing.flat().map(({ name }) => name))
}
