import { report } from '../model/message.ts'
import { didYouMean } from '../model/suggest.ts'
import type { Check } from './check.ts'

/** Related documents are in the pack. */
export const relatedMissing: Check = ({ meta, file, locate }, { documents, config }) => {
  const ids = documents.map(({ id }) => id)
  for (const [index, id] of meta.related.entries()) {
    if (ids.includes(id)) continue
    const why =
      config.documents[id]?.include === false
        ? ', which the organisation has left out'
        : `, which is not there${didYouMean(id, ids)}`
    const reason = `Unexpected related document \`${id}\`${why}`
    report(file, 'related-missing', reason, locate(['related', index]))
  }
}
