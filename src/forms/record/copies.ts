import type { FormRecord } from '../../model/record.ts'

type Copy = NonNullable<FormRecord['copies']>[number]

/** Whether a record was read from this file, or a copy of it was. */
export function knowsFile({ source, copies = [] }: FormRecord, sha256: string): boolean {
  return [source, ...copies].some((file) => file.sha256 === sha256)
}

/**
 * A record with another file of the same content: the better of the two is the one that the record is of, and what was
 * wrong with the other stays in the record.
 */
export function withCopy(record: FormRecord, other: FormRecord): FormRecord {
  const { copies = [] } = record
  if (!isBetter(other, record)) return { ...record, copies: [...copies, copyOf(other)] }
  const { supersedes, apart, closed, held, confirmed } = record
  return {
    ...other,
    id: record.id,
    ...(supersedes !== undefined && { supersedes }),
    ...(record.case !== undefined && { case: record.case }),
    ...(apart && { apart }),
    ...(closed && { closed }),
    ...(held && { held }),
    ...(confirmed && { confirmed }),
    copies: [...copies, copyOf(record)],
  }
}

function copyOf({ source, status, messages }: FormRecord): Copy {
  const { file, sha256, bytes, importedAt, paper } = source
  return { file, sha256, bytes, importedAt, status, messages, ...(paper && { paper }) }
}

/** Complete, more digital signatures that are intact, fewer problems: what comes first decides. */
function isBetter(other: FormRecord, record: FormRecord): boolean {
  const theirs = merits(other)
  const ours = merits(record)
  const decides = theirs.findIndex((merit, index) => merit !== ours[index])
  return decides >= 0 && theirs[decides]! > ours[decides]!
}

function merits({ status, signatures, messages, source }: FormRecord): number[] {
  const problems = (severity: string): number =>
    messages.filter((message) => message.severity === severity).length
  return [
    Number(status === 'complete'),
    signatures.filter(({ intact }) => intact).length,
    -problems('error'),
    -problems('warning'),
    Number(source.method !== 'flattened'),
  ]
}
