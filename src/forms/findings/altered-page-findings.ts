import { fieldLabel } from '../../contracts/slot.ts'
import { FEW, named } from '../../messages/few.ts'
import { type Finding, finding } from '../../messages/finding.ts'
import { quotedWhole } from '../../messages/quoted.ts'
import type { FormDefinition } from '../../model/form.ts'
import type { AlteredPage } from '../pages/index.ts'

const COMPARE = 'compare the file with the form that you published, and ask for the answers on that'

/** Tells of a form whose pages do not show what it prints, so that nobody knows what the answers are to. */
export function alteredPageFindings(
  pages: readonly AlteredPage[],
  { sensitive }: Pick<FormDefinition, 'sensitive'>,
): Finding[] {
  const isQuoted = sensitive !== 'anonymous'
  return pages.flatMap((page) =>
    sentencesOf(page, isQuoted).map((sentence) =>
      finding('form-altered', `Page ${page.page + 1} ${sentence}; ${COMPARE}`),
    ),
  )
}

/** What somebody wrote may say who it was, so that of an anonymous form it is not quoted. */
function sentencesOf(
  { missing, replaced, added, ticked, isDrawnOn }: AlteredPage,
  isQuoted: boolean,
): string[] {
  const others = replaced.map(({ printed, shown }) =>
    isQuoted
      ? `shows ${quotedWhole(shown)} where the form says ${quotedWhole(printed)}`
      : `shows other words where the form says ${quotedWhole(printed)}`,
  )
  const rest = others.length - FEW
  return [
    ...(missing.length > 0 ? [`of the form does not show ${counted(missing, 'texts of it')}`] : []),
    ...others.slice(0, FEW),
    ...(rest > 0 ? [`shows other words at ${rest} more places of the form`] : []),
    ...(added.length > 0
      ? [`shows ${isQuoted ? counted(added, 'texts') : 'words'} that the form does not print`]
      : []),
    ...(ticked.length > 0
      ? [
          `shows a tick that its field does not hold, at ${counted(ticked.map(fieldLabel), 'questions')}`,
        ]
      : []),
    ...(isDrawnOn ? ['has a picture or drawing that the form does not have'] : []),
  ]
}

function counted(texts: readonly string[], what: string): string {
  const quoted = texts.map(quotedWhole)
  return quoted.length === 1 ? quoted.join() : `${quoted.length} ${what}, ${named(quoted)}`
}
