import { certainOf, INK, type KeyedAnswer } from '../contracts/keying.ts'
import { readAs, slotsOf } from '../contracts/slot.ts'
import type { finding } from '../messages/finding.ts'
import type { Message } from '../messages/message.ts'
import type { Extraction, RawSignature, RawValue, Trust } from '../model/extraction.ts'
import type { FormDefinition } from '../model/form.ts'
import type { FormPage, Reading } from '../model/paper.ts'
import { normaliseText } from '../pdf/index.ts'
import { addedFindings, missingPageFindings } from './findings/index.ts'

/** What there is of a completed form on paper. */
export interface OnPaper {
  readonly file: string
  readonly form: FormDefinition
  readonly trust?: Trust
  readonly pages: readonly Pick<FormPage, 'page' | 'beside'>[]
  readonly readings: readonly Reading[]
}

/** What is known of one field: what its picture says for certain, or what a person keyed. */
export type OnPaperAnswer = KeyedAnswer

/** Pages of a form that are not there, counted from 0. */
export function missingOf({ form, pages }: Pick<OnPaper, 'form' | 'pages'>): number[] {
  return Array.from({ length: form.pages }, (_, page) => page).filter(
    (page) => !pages.some((one) => one.page === page),
  )
}

/** What pictures say for certain of each field of a form: the on-states of boxes, and that nothing is written. */
export function certainAnswers({
  form,
  readings,
}: Pick<OnPaper, 'form' | 'readings'>): Map<string, OnPaperAnswer> {
  return new Map(
    slotsOf(form.fields).flatMap((slot): [string, OnPaperAnswer][] => {
      const reading = readings.find(({ name }) => name === readAs(slot))
      const value = reading && certainOf(reading, slot)
      return value === undefined ? [] : [[slot.name, { value, method: 'mark-read' }]]
    }),
  )
}

export function namesOnPages({ form, pages }: Pick<OnPaper, 'form' | 'pages'>): string[] {
  const there = new Set(pages.map(({ page }) => page))
  return [...new Set(form.widgets.filter(({ page }) => there.has(page)).map(({ name }) => name))]
}

/** What is on a form on paper as if it stood in the fields of its PDF; what nobody has keyed is in doubt. */
export function extractPaper(
  { file, form, trust = 'local', pages, readings }: OnPaper,
  answers: ReadonlyMap<string, OnPaperAnswer> = certainAnswers({ form, readings }),
): Extraction {
  const names = namesOnPages({ form, pages })
  const signed = new Set(
    form.fields.filter(({ type }) => type === 'signature').map(({ name }) => name),
  )
  const missingPages = missingOf({ form, pages })
  const remarks = pages.flatMap(({ page, beside }) =>
    beside.length > 0 ? [{ page, subtype: 'Ink', text: '' }] : [],
  )
  const extra = new Map<string, readonly string[]>()
  return {
    status: 'read',
    form,
    trust,
    method: 'paper',
    values: new Map(
      names.filter((name) => !signed.has(name)).map((name) => [name, rawOf(answers.get(name))]),
    ),
    extra,
    signatures: names.flatMap((field): RawSignature[] =>
      signed.has(field) && answers.get(field)?.value === INK ? [{ field, kind: 'drawn' }] : [],
    ),
    remarks,
    missingPages,
    damaged: new Set(),
    doubtful: new Set(),
    messages: about(file, missingPageFindings(missingPages)),
    added: about(file, addedFindings({ form, extra, remarks })),
  }
}

function rawOf(answer: OnPaperAnswer | undefined): RawValue {
  if (!answer) return { texts: [], confidence: 0 }
  if (answer.method === 'unreadable') return { texts: [], confidence: 0, isUnreadable: true }
  const text = normaliseText(answer.value)
  return { texts: text === '' ? [] : [text], confidence: 1 }
}

function about(file: string, findings: readonly ReturnType<typeof finding>[]): Message[] {
  return findings.map((found) => ({ file, ...found }))
}
