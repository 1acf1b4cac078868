import { typeOf } from '../../../language/asked-type.ts'
import { capital } from '../../../language/capital.ts'
import { excludeEachOther } from '../../../language/exclusive-answers.ts'
import { knownLabel } from '../../../language/known-label.ts'
import type { Entry } from './entries.ts'
import { type Item, isEntry } from './item.ts'
import type { Options } from './options.ts'

/** A measure or a remark in brackets that stands behind a place to write belongs to it. */
export function withMeasure(
  items: readonly Item[],
  text: string,
): { items: readonly Item[]; length: number } {
  const last = items.at(-1)
  if (!last || !isEntry(last) || last.bare) return { items, length: 0 }
  const [measured = '', unit] = MEASURE.exec(text) ?? []
  if (unit !== undefined)
    return { items: [...items.slice(0, -1), { ...last, unit }], length: measured.length }
  const [remarked = '', remark = ''] = /^\s*\(([^()]{1,60})\)[.,;]?/.exec(text) ?? []
  if (remark === '') return { items, length: 0 }
  // `Paid: ____ (weekly / monthly)`
  const labels = remark.split(/\s*[/|]\s*/)
  if (labels.length > 1 && excludeEachOther('', labels)) {
    const options: Options = { question: last.label, labels, other: false, isOne: true }
    return { items: [...items.slice(0, -1), options], length: remarked.length }
  }
  const entry = withRemark(last, remark)
  return { items: [...items.slice(0, -1), entry], length: remarked.length }
}

function withRemark(entry: Entry, remark: string): Entry {
  const label = entry.label.replace(/\s*:$/, '')
  if (typeOf(remark) === 'date') return { ...entry, hint: remark, isDate: true }
  if (/\bsign/i.test(label) || /^sign(?:ature|ed)?\b/i.test(remark))
    return { ...entry, label: `${label} (${remark})` }
  // `Re: ____ (name of applicant)`
  if (label.length < 3 && knownLabel(remark)) return { ...entry, label: capital(remark) }
  return { ...entry, hint: remark }
}

const MEASURE =
  /^\s*(years?|months?|weeks?|(?:working |calendar )?days?|hours?|hrs?\.?|minutes?|mins?\.?|cm|mm|m|km|miles?|kg|lbs?|stone|%|per ?cent|o['’]clock|[AaPp]\.?[Mm]\.?(?: ?\/ ?[AaPp]\.?[Mm]\.?)?|per (?:annum|hour|week|month|year|day)|p\.?a\.?|sessions?|people|times?|p(?:ence)?|ms|secs?|seconds|[kKMG]B|°[CF]|l|litres?|g|ml)(?![\p{L}\p{N}]| of\b)[.,;]?/u

/** Measures go into the labels, so that two places after one question can be told apart. */
export function named(items: readonly Item[]): Item[] {
  return items.map((item, index) => {
    if (!isEntry(item) || item.unit === undefined) return item
    const { unit, ...entry } = item
    const isShared = [items[index - 1], items[index + 1]].some(
      (other) => other && isEntry(other) && other.label === entry.label,
    )
    const label = isShared ? `${entry.label.replace(/\s*:$/, '')} (${unit})` : entry.label
    return { ...entry, label, isNumber: NUMBERED.test(unit), ...(isShared ? {} : { hint: unit }) }
  })
}

const NUMBERED = /^(?!o['’]clock|[ap]\.?m)/i
