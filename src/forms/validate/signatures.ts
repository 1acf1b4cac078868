import { FEW, named } from '../../messages/few.ts'
import { type Finding, finding } from '../../messages/finding.ts'
import { quoted } from '../../messages/quoted.ts'
import type { RuleId } from '../../messages/rules.ts'
import type { RawSignature } from '../../model/extraction.ts'
import type { FieldOf } from '../../model/field.ts'
import type { FormDefinition } from '../../model/form.ts'
import type { RecordSignature } from '../../model/record.ts'
import { subject } from './wording.ts'

/** A signature as the file shows it, before anything about it is verified. */
export function claimed({ field, kind, by, at }: RawSignature): RecordSignature {
  return { field, kind, ...(by !== undefined && { by }), ...(at !== undefined && { at }) }
}

/** Names the signatures that are needed and absent, broken, or older than the last change to the file. */
export function checkSignatures(
  fields: FormDefinition['fields'],
  signatures: readonly RecordSignature[],
): Finding[] {
  const isSealed = signatures.some(isSeal)
  return fields.flatMap((field) => {
    if (field.type !== 'signature') return []
    const signature = signatures.find((candidate) => candidate.field === field.name)
    if (!signature) return field.required ? [missing(field)] : []
    const says = faultsOf(signature, { isSealed, fields })
    return says.map(([rule, text]) => finding(rule, `${subject(field.label)} ${text}`, field.name))
  })
}

/** Tells of digital signatures that stand beside the boxes of the form, as programs that sign anywhere on a page make them. */
export function checkOtherSignatures(
  fields: FormDefinition['fields'],
  signatures: readonly RecordSignature[],
): Finding[] {
  const isSealed = signatures.some(isSeal)
  const own = new Set(fields.map(({ name }) => name))
  return signatures
    .filter(({ field }) => !own.has(field))
    .flatMap((signature) => {
      const { field, by } = signature
      const signer = by === undefined ? '' : ` by ${quoted(by)}`
      const faults = faultsOf(signature, { isSealed, fields })
      if (faults.length === 0)
        return finding(
          'field-extra',
          `The file has a digital signature ${quoted(field)}${signer} in none of the form's own boxes; it is valid`,
          field,
        )
      return faults.map(([rule, text]) =>
        finding(
          rule,
          `The digital signature ${quoted(field)}${signer}, in none of the form's own boxes, ${text}`,
          field,
        ),
      )
    })
}

function isSeal({ intact, coversWholeFile }: RecordSignature): boolean {
  return intact === true && coversWholeFile === true
}

function missing({ name, label }: FieldOf<'signature'>): Finding {
  return finding(
    'signature-missing',
    `${subject(label)} is missing; sign in the box: draw it, type the name, or use a digital signature`,
    name,
  )
}

function faultsOf(
  signature: RecordSignature,
  context: { readonly isSealed: boolean; readonly fields: FormDefinition['fields'] },
): [RuleId, string][] {
  const { kind, intact, trusted } = signature
  if (kind !== 'digital') return []
  if (intact === undefined)
    return [['signature-unverified', 'cannot be checked here; look at it in a PDF program']]
  if (!intact)
    return [
      [
        'signature-broken',
        'is not valid: the file was altered after it was signed, or the signature itself is damaged; ask for it to be signed again',
      ],
    ]
  const later = laterChange(signature, context)
  return [
    ...(later ? [['signature-outdated', later] satisfies [RuleId, string]] : []),
    ...(trusted === false
      ? [
          [
            'signature-untrusted',
            'is not vouched for by any of the given authorities; make sure that you know the certificate',
          ] satisfies [RuleId, string],
        ]
      : []),
  ]
}

/** A later signature over the whole file is no change to speak of, as long as no answer changed. */
function laterChange(
  { coversWholeFile, changedAfter }: RecordSignature,
  { isSealed, fields }: { readonly isSealed: boolean; readonly fields: FormDefinition['fields'] },
): string | undefined {
  if (coversWholeFile !== false) return undefined
  if (!changedAfter)
    return 'is older than the last change to the file; make sure that the signer agrees with what it says now'
  if (changedAfter.length > 0) {
    const labels = changedAfter.map((name) =>
      quoted(fields.find((field) => field.name === name)?.label ?? name),
    )
    const told =
      labels.length > FEW ? `${labels.length} questions, ${named(labels)}` : labels.join(', ')
    return `is older than the answer to ${told}; make sure that the signer agrees with it`
  }
  return isSealed
    ? undefined
    : 'is older than the last change to the file, which left the answers as they were'
}
