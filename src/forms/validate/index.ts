import { recordSchemaName } from '../../contracts/file-names.ts'
import type { Values } from '../../contracts/nested-values.ts'
import { bounded } from '../../messages/bounded.ts'
import { type Finding, finding } from '../../messages/finding.ts'
import type { Extraction } from '../../model/extraction.ts'
import type { DraftRecord, RecordSignature, RecordValue } from '../../model/record.ts'
import { withoutIdentity } from './anonymous.ts'
import { isBlank } from './answer.ts'
import { type Answers, readAnswers } from './answers.ts'
import { earlierRecordId, recordId } from './identity.ts'
import { withoutInvisible } from './invisible.ts'
import { missingBoxFindings } from './missing-boxes.ts'
import { withoutPrivate } from './private.ts'
import { checkRules } from './rules/index.ts'
import { checkOtherSignatures, checkSignatures, claimed, nameFindings } from './signatures.ts'
import { usualVoice, type Voice } from './voice.ts'

export { readAnswers } from './answers.ts'
export { identifyingNames } from './identifying.ts'
export { wholePrivate, withoutPrivate } from './private.ts'
export { voiceFor } from './voice.ts'

export interface Circumstances {
  /** The day of the import, ISO 8601; dates are not compared with it when absent. */
  readonly today?: string | undefined
  /** Days on which nobody works, beside weekends, ISO 8601. */
  readonly holidays?: readonly string[] | undefined
  /** How it is worded; as the command does when absent. */
  readonly voice?: Voice | undefined
}

/**
 * Reads what a completed form holds as values of the kinds that its questions ask for, and checks them: each question by
 * itself, the form's rules between questions, and the signatures. Nothing that a file holds makes it throw.
 *
 * A record is `complete` when every answer was read for certain and keeps to everything the form asks for. An answer that
 * cannot be read is `null` in `values` and stands in `raw` as it was typed; one that is not certain stands in
 * `confidence`, and either makes the record `incomplete`.
 *
 * `signatures` are the signatures once they are verified; without them only what the file claims is told.
 */
export function validate(
  read: Extraction,
  signatures: readonly RecordSignature[] = read.signatures.map(claimed),
  circumstances: Circumstances = {},
): DraftRecord {
  const { extraction: shared, findings: identifying } = withoutIdentity(read)
  const { extraction: seen, withheld, findings: withholding } = withoutPrivate(shared)
  const { form } = seen
  const { values, findings: invisible } = withoutInvisible(
    seen.values,
    (name) => labelIn(form.fields, name),
    circumstances.voice ?? usualVoice,
  )
  const extraction = { ...seen, values }
  const answers = readAnswers(extraction, circumstances)
  const extra = extraOf(extraction)
  const kept = signatures.filter(({ field }) =>
    extraction.signatures.some((signature) => signature.field === field),
  )
  const findings: Finding[] = [
    ...extraction.messages,
    ...extraction.added,
    ...identifying,
    ...withholding,
    ...invisible,
    ...(withheld.length === 0 && isBlankForm(answers, extraction, kept)
      ? [finding('form-blank', 'Nothing is filled in on this form; ask for it to be completed')]
      : answerFindings(answers, extraction, kept, circumstances)),
    ...checkOtherSignatures(form.fields, kept),
    ...nameFindings(kept),
  ]
  const isCertain = !answers.areDoubtful && extraction.doubtful.size === 0
  const isComplete = isCertain && findings.every(({ severity }) => severity !== 'error')
  const content = { form, answers, extra, signatures: extraction.signatures }
  const { id, version, hash, questions, title } = form
  return {
    $schema: recordSchemaName(id),
    id: recordId(content),
    form: { id, version, hash, questions, title },
    organisation: form.organisation,
    status: isComplete ? 'complete' : 'incomplete',
    ...(form.keep && { keep: form.keep }),
    ...(withheld.length > 0 && { withheld: [...withheld] }),
    values: answers.values,
    ...(extraction.extra.size > 0 && { extra }),
    signatures: [...kept],
    messages: bounded(findings).map(({ rule, severity, field, message }) => ({
      rule,
      severity,
      ...(field !== undefined && { field }),
      message,
    })),
    raw: answers.raw,
    confidence: answers.confidence,
    earlierId: earlierRecordId(content),
  }
}

/** What a PDF field asks, or the table that it is in. */
function labelIn(fields: Extraction['form']['fields'], name: string): string {
  const field = fields.find((one) => name === one.name || name.startsWith(`${one.name}.`))
  return field?.label ?? name
}

/** What is to be said of the answers, one by one and together, and of the signatures under them. */
function answerFindings(
  answers: Answers,
  extraction: Extraction,
  signatures: readonly RecordSignature[],
  { today, holidays = [], voice = usualVoice }: Circumstances,
): Finding[] {
  const { fields, rules, locale } = extraction.form
  return [
    ...missingBoxFindings(answers.missing, extraction),
    ...answers.findings,
    ...checkRules(rules, {
      fields,
      values: answers.values,
      signed: new Set(signatures.map(({ field }) => field)),
      locale,
      today,
      holidays,
      voice,
    }),
    ...checkSignatures(fields, signatures, voice),
  ]
}

/** Whether a form came back as it was handed out: one sentence then says more than one for each question. */
function isBlankForm(
  { values, raw, confidence, missing }: Answers,
  { extra }: Extraction,
  signatures: readonly RecordSignature[],
): boolean {
  const isCertain = Object.keys(raw).length + Object.keys(confidence).length === 0
  const isUntouched = missing.length + extra.size + signatures.length === 0
  return isCertain && isUntouched && isNothing(values)
}

function isNothing(value: RecordValue | Values): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.values(value).every(isNothing)
    : isBlank(value)
}

// A name that somebody gave to a field is data, and `__proto__` as a key surprises whoever reads the record later.
function extraOf({ extra }: Extraction): Record<string, string[]> {
  return Object.fromEntries(
    [...extra].map(([name, texts]) => [
      name === '__proto__' ? '(__proto__)' : name.toWellFormed(),
      texts.map((text) => text.toWellFormed()),
    ]),
  )
}
