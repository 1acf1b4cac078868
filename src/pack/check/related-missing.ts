import { report } from '../../messages/message.ts'
import { didYouMean } from '../../messages/suggest.ts'
import type { Check } from './check.ts'

/** Related documents are in the pack, or the organisation has left them out on purpose. */
export const relatedMissing: Check = ({ meta, file, locate }, { documents, config }) => {
  const ids = documents.map(({ id }) => id)
  for (const [index, id] of meta.related.entries()) {
    if (ids.includes(id) || config.documents[id]?.include === false) continue
    const reason = `Unexpected related document \`${id}\`, which is not there${didYouMean(id, ids)}`
    report(file, 'related-missing', reason, locate(['related', index]))
  }
}
