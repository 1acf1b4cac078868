import { isPrivate, privateQuestions } from '../../contracts/definition.ts'
import { valueAt } from '../../contracts/nested-values.ts'
import { type Finding, finding } from '../../messages/finding.ts'
import { quoted } from '../../messages/quoted.ts'
import type { Extraction } from '../../model/extraction.ts'
import type { Field } from '../../model/field.ts'
import type { FormDefinition, Private } from '../../model/form.ts'
import { type Answered, namesIn } from '../../model/form-rule.ts'
import { readAnswers } from './answers.ts'
import { saidOf } from './rules/answered.ts'
import { usualVoice } from './voice.ts'

/** Why nothing of a form may be kept; undefined where it is not private, or an answer says for certain that it is shared. */
export function wholePrivate(extraction: Extraction): Finding | undefined {
  const { title, private: hidden, recipients = [] } = extraction.form
  if (hidden === undefined || !isPrivate(extraction.form)) return undefined
  if (hidden !== true && hidden.unless !== undefined && isLifted(hidden.unless, extraction))
    return undefined
  // Where it may be shared, some of the recipients are those with whom it would be.
  const who = hidden === true ? recipients.map((recipient) => recipient.who) : []
  const to = who.length > 0 ? ` to ${new Intl.ListFormat('en-GB').format(who)}` : ''
  const unless =
    hidden === true || hidden.unless === undefined ? '' : unlessSo(hidden.unless, extraction.form)
  return finding(
    'form-private',
    `${quoted(title)} is private${to}${unless}, so nothing of it was kept; please delete the file, and tell who sent it that they need not`,
  )
}

/**
 * Takes out of a form the answers that are private, with what was said of them and what somebody added to the pages, which
 * may be more of the same. `withheld` are the names of the questions; there are none where nothing private is in the file.
 */
export function withoutPrivate(extraction: Extraction): {
  extraction: Extraction
  withheld: readonly string[]
  findings: Finding[]
} {
  const { private: hidden, fields } = extraction.form
  const nothing = { extraction, withheld: [], findings: [] }
  const names = privateQuestions(extraction.form)
  if (hidden === undefined || hidden === true || names.length === 0) return nothing
  if (hidden.unless !== undefined && isLifted(hidden.unless, extraction)) return nothing
  const own = fields.filter(({ name }) => names.includes(name))
  const isHidden = (name: string): boolean => own.some((field) => isOf(name, field))
  const { values, extra, remarks, messages } = extraction
  const isBlank = [...values].every(
    ([name, { texts, confidence }]) => !isHidden(name) || (texts.length === 0 && confidence === 1),
  )
  if (isBlank && extra.size + remarks.length === 0) return nothing
  const labels = own.map(({ label }) => quoted(label))
  const unless = hidden.unless === undefined ? '' : unlessSo(hidden.unless, extraction.form)
  const are = labels.length === 1 ? 'is' : 'are'
  const whose = labels.length === 1 ? 'its answers' : 'their answers'
  return {
    extraction: {
      ...extraction,
      form: {
        ...extraction.form,
        fields: fields.map((field) =>
          own.includes(field) ? { ...field, required: false } : field,
        ),
        // What is not kept cannot be held against the rest.
        rules: extraction.form.rules.filter((rule) => !namesIn(rule).some(isHidden)),
      },
      values: new Map([...values].map(([name, value]) => [name, isHidden(name) ? BLANK : value])),
      extra: new Map(),
      remarks: [],
      messages: messages.filter(({ field }) => field === undefined || !isHidden(field)),
      added: [],
    },
    withheld: own.map(({ name }) => name),
    findings: [
      finding(
        'form-private',
        `${new Intl.ListFormat('en-GB').format(labels)} ${are} private${unless}, so neither ${whose} nor the file were kept; please delete it`,
      ),
    ],
  }
}

const BLANK = { texts: [], confidence: 1 } as const

/** Whether each answer that lifts it is there for certain: who is in doubt counts as having said nothing. */
function isLifted(unless: Unless, extraction: Extraction): boolean {
  return [unless].flat().every((condition) => holdsForCertain(condition, extraction))
}

function holdsForCertain(
  { field: name, is }: Answered,
  { form, values, damaged, doubtful }: Extraction,
): boolean {
  const fields = form.fields.filter((field) => field.name === name)
  const read = readAnswers({ form: { ...form, fields }, values, damaged })
  const isInDoubt =
    read.areDoubtful ||
    Object.keys(read.confidence).length > 0 ||
    read.findings.some(({ severity }) => severity === 'error') ||
    [...damaged, ...doubtful].some((of) => fields.some((field) => isOf(of, field)))
  const value = valueAt(read.values, name)
  return !isInDoubt && (value === is || (Array.isArray(value) && value.includes(is)))
}

/** The answers that would lift it, for who wonders why they did not. */
function unlessSo(unless: Unless, { fields }: FormDefinition): string {
  const conditions = [unless].flat().map(({ field: name, is }) => {
    const field = fields.find((candidate) => candidate.name === name)
    return `${quoted(field?.label ?? name)} is ${saidOf(is, usualVoice, field)}`
  })
  return ` unless ${new Intl.ListFormat('en-GB').format(conditions)}, which is not certain here`
}

/** Whether a field of the PDF belongs to a question. */
function isOf(name: string, field: Field): boolean {
  return (
    name === field.name ||
    name.startsWith(`${field.name}.`) ||
    ('other' in field && name === field.other)
  )
}

type Unless = NonNullable<Exclude<Private, true>['unless']>
