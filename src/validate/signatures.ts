import type { RawSignature } from '../model/extraction.ts'
import type { FormDefinition } from '../model/form.ts'
import type { RecordSignature } from '../model/record.ts'
import { type Finding, finding, subject } from './finding.ts'

/** A signature as the file shows it, before anything about it is verified. */
export function claimed({ field, kind, by, at }: RawSignature): RecordSignature {
  return { field, kind, ...(by !== undefined && { by }), ...(at !== undefined && { at }) }
}

/** Names the signatures that are needed and absent, broken, or older than the last change to the file. */
export function checkSignatures(
  fields: FormDefinition['fields'],
  signatures: readonly RecordSignature[],
): Finding[] {
  return fields.flatMap((field) => {
    if (field.type !== 'signature') return []
    const signature = signatures.find((candidate) => candidate.field === field.name)
    if (signature) return faultsOf(signature, subject(field.label))
    return field.required
      ? [
          finding(
            'signature-missing',
            field.name,
            `${subject(field.label)} is missing; sign in the box or type the name into it`,
          ),
        ]
      : []
  })
}

function faultsOf(
  { field, intact, coversWholeFile, changedAfter, trusted }: RecordSignature,
  label: string,
): Finding[] {
  if (intact === false)
    return [
      finding(
        'signature-broken',
        field,
        `${label} is not valid: the file was altered after it was signed; ask for it to be signed again`,
      ),
    ]
  const findings: Finding[] = []
  if (coversWholeFile === false && changedAfter?.length !== 0)
    findings.push(
      finding(
        'signature-outdated',
        field,
        `${label} is older than the last change to the file${changedAfter ? `, which concerns ${changedAfter.join(', ')}` : ''}; make sure that the signer agrees with it`,
      ),
    )
  if (trusted === false)
    findings.push(
      finding(
        'signature-untrusted',
        field,
        `${label} is from a certificate that none of the given authorities vouches for`,
      ),
    )
  return findings
}
