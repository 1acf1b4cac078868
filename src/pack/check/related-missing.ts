import { report } from '../../messages/message.ts'
import { didYouMean } from '../../messages/suggest.ts'
import type { Check } from './check.ts'

/** Related documents are in the pack, or the organisation has left them out on purpose. */
export const relatedMissing: Check = (
  document,
  { documents, config, configFile, locate: place, unread },
) => {
  const { meta, file, locate } = document
  const ids = [...documents.map(({ id }) => id), ...(unread ?? [])]
  for (const [index, id] of meta.related.entries()) {
    if (ids.includes(id) || config.documents[id]?.include === false) continue
    const reason = `Unexpected related document \`${id}\`, which is not there${didYouMean(id, ids)}`
    const settings = config.documents[document.id]?.related
    if (settings)
      report(
        configFile,
        'related-missing',
        reason,
        place(['documents', document.id, 'related', index]),
      )
    else report(file, 'related-missing', reason, locate(['related', index]))
  }
}
