import { labelsByName } from '../../contracts/slot.ts'
import { FEW, named } from '../../messages/few.ts'
import { type Finding, finding } from '../../messages/finding.ts'
import { quoted } from '../../messages/quoted.ts'
import type { Extraction } from '../../model/extraction.ts'
import type { MissingBox } from './answers.ts'
import { usualVoice } from './voice.ts'

/** Tells of boxes that are gone, of many in one sentence, and not of those whose page is missing as a whole. */
export function missingBoxFindings(
  missing: readonly MissingBox[],
  { form, missingPages }: Pick<Extraction, 'form' | 'missingPages'>,
): Finding[] {
  const elsewhere = form.widgets.filter(({ page }) => missingPages.includes(page))
  const onMissingPages = new Set(elsewhere.map(({ name }) => name))
  const gone = missing.filter(({ name }) => !onMissingPages.has(name))
  if (gone.length <= FEW)
    return gone.map(({ name, label }) =>
      finding(
        'field-missing',
        `${usualVoice.subject(label)} has no box in this file any more; ask for the form again on the original`,
        name,
      ),
    )
  const labels = labelsByName(form.fields)
  const examples = gone.map(({ name }) => quoted(labels.get(name) ?? name))
  return [
    finding(
      'field-missing',
      `${gone.length} boxes of the form are not in this file any more, ${named(examples)}; ask for the form again on the original`,
    ),
  ]
}
