import { type Finding, finding } from '../../messages/finding.ts'
import { quotedWhole } from '../../messages/quoted.ts'
import type { Remark } from '../../model/extraction.ts'

const DRAWING = 'a drawing'
const MOST_TOLD = 8

/** Names what people wrote and drew on the pages that is no answer, so that it is not lost with the page. */
export function remarkFindings(remarks: readonly Remark[]): Finding[] {
  const told = [...new Set(remarks.map(sentence))]
  const rest = told.length - MOST_TOLD
  return [
    ...told.slice(0, MOST_TOLD),
    ...(rest > 0 ? [`There are ${rest} more remarks on the pages; look at them in the file`] : []),
  ].map((message) => finding('remark-found', message))
}

function sentence({ page, subtype, text }: Remark): string {
  const what = kinds.get(subtype) ?? 'an annotation'
  return text === ''
    ? `There is ${what} on page ${page + 1} that is in no box of the form; look at it in the file`
    : `There is ${what} on page ${page + 1} that is in no box of the form: ${quotedWhole(text)}`
}

/** What annotations are called, by their subtypes (ISO 32000-1, table 169). */
const kinds: ReadonlyMap<string, string> = new Map([
  ['Text', 'a note'],
  ['FreeText', 'text'],
  ['Highlight', 'a highlighted passage'],
  ['Underline', 'an underlined passage'],
  ['Squiggly', 'an underlined passage'],
  ['StrikeOut', 'a passage struck out'],
  ['Caret', 'a mark to insert something'],
  ['Stamp', 'a stamp or picture'],
  ['FileAttachment', 'an attached file'],
  ['Redact', 'a passage to be blacked out'],
  ['Ink', DRAWING],
  ['Line', DRAWING],
  ['PolyLine', DRAWING],
  ['Polygon', DRAWING],
  ['Circle', DRAWING],
  ['Square', DRAWING],
])
