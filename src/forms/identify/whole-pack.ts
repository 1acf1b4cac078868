import { type Finding, finding } from '../../messages/finding.ts'
import { quoted, shortened } from '../../messages/quoted.ts'
import type { KnownForms } from '../../model/extraction.ts'
import type { PdfField } from '../../pdf/index.ts'

/**
 * Says that a file is the whole pack, and which of its forms have answers. A pack is no record: a signature in it would
 * be one under all of its documents.
 *
 * @param ids of the forms in the pack
 */
export function wholePack(
  ids: readonly string[],
  fields: readonly PdfField[],
  { definitions }: Pick<KnownForms, 'definitions'>,
): Finding {
  const answered = ids.filter((id) =>
    fields.some(({ name, isBlank }) => !isBlank && name.startsWith(`${id}.`)),
  )
  const titles = answered.map((id) =>
    quoted(definitions.find((form) => form.id === id)?.title ?? id),
  )
  const files = (answered.length > 0 ? answered : ids).map((id) => `${shortened(id)}.pdf`)
  const held = titles.length > 0 ? `, with answers in ${titles.join(' and ')}` : ''
  return finding(
    'form-in-pack',
    `This is the whole pack${held}; ask for the form in a file of its own, ${alternatives(files)}`,
  )
}

/** A few of the files, which are enough to tell what is meant. */
function alternatives(files: readonly string[]): string {
  return files.length > 3 ? `such as ${files[0]}` : files.join(' and ')
}
