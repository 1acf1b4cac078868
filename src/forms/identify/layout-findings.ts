import type { Slot } from '../../contracts/slot.ts'
import { named } from '../../messages/few.ts'
import { type Finding, finding } from '../../messages/finding.ts'
import { quoted, quotedWhole, shortened } from '../../messages/quoted.ts'
import type { KnownForms } from '../../model/extraction.ts'
import type { FormDefinition } from '../../model/form.ts'
import type { PdfField } from '../../pdf/index.ts'
import { compareLayouts, type FilePages, layoutInFile } from '../pages/index.ts'
import type { Identified } from './identify.ts'

/**
 * Compares a form that is in a layout of its own with the one of the same questions that is known here: which texts there are,
 * and which each box stands beside. Somebody may have made the layout to put answers under other questions.
 */
export function layoutFindings(
  identified: Identified,
  { contents }: Pick<FilePages, 'contents'>,
  fields: readonly PdfField[],
  { definitions }: KnownForms,
): Finding[] {
  const { form, isLaidOutOtherwise, isUnlisted } = identified
  if (!isLaidOutOtherwise && !isUnlisted) return []
  const told = isUnlisted ? [unlisted(form)] : []
  // Without fields, a page in another layout is only read where it shows the same texts at the same places.
  if (isLaidOutOtherwise && fields.length === 0) return told
  const other = definitions.find(
    ({ questions, printed }) => questions === form.questions && printed,
  )
  if (!other?.printed) return [...told, ...(isUnlisted ? [incomparable(form)] : [])]
  const here =
    form.printed && !isLaidOutOtherwise
      ? { ...form, printed: form.printed }
      : layoutInFile(form, fields, contents)
  const { relabelled, added, missing } = compareLayouts(form, here, {
    ...other,
    printed: other.printed,
  })
  return [
    ...told,
    ...(relabelled.length > 0 ? [beside(relabelled)] : []),
    ...(added.length > 0
      ? [says('shows', added, 'which the form that you published does not')]
      : []),
    ...(missing.length > 0
      ? [says('does not show', missing, 'which the form that you published does')]
      : []),
  ]
}

function unlisted({ title, version }: FormDefinition): Finding {
  return finding(
    'form-other-layout',
    `This copy of ${quoted(title)} (version ${shortened(version)}) asks what yours does and is laid out as none that you published; make sure that it is yours`,
  )
}

function incomparable({ title }: FormDefinition): Finding {
  return finding(
    'form-altered',
    `The layout of this copy cannot be compared with that of ${quoted(title)}, because no definition of it is known here; name the folder that has it by --forms`,
  )
}

function beside(slots: readonly Slot[]): Finding {
  const questions = [...new Set(slots.map(({ label }) => quotedWhole(label)))]
  const boxes =
    questions.length === 1
      ? `The box for ${questions.join()} stands`
      : `The boxes for ${questions.length} questions, ${named(questions)}, stand`
  return finding(
    'form-altered',
    `${boxes} beside other words than in the form that you published; check what the answers refer to`,
  )
}

function says(how: string, texts: readonly string[], unlike: string): Finding {
  const quotes = texts.map(quotedWhole)
  const what = quotes.length === 1 ? quotes.join() : `${quotes.length} texts, ${named(quotes)}`
  return finding(
    'form-altered',
    `The file ${how} ${what}, ${unlike}; compare the two, and ask for the answers on yours`,
  )
}
