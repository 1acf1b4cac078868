import { bytesToHex } from '@noble/hashes/utils.js'
import type { RawSignature } from '../../model/extraction.ts'
import type { RecordSignature } from '../../model/record.ts'
import type { checkDigital } from './digital-signature.ts'
import type { LaterChanges } from './later-changes.ts'
import { type Checked, sameAs } from './same-as.ts'
import { signedPartOf } from './signed-part.ts'

export { type FileState, type LaterChanges, laterChanges } from './later-changes.ts'

/** Signatures of one file for which it is told what changed since; each asks for the file to be read once more. */
const MOST_COMPARED = 10

/** Signatures of one file that are verified; a form has two or three. */
const MOST_VERIFIED = 50

export interface VerifyOptions {
  /** Files with certificates of authorities, PEM or DER. */
  readonly trusted?: readonly Uint8Array[]
  /** Tells what changed since the file had these bytes only; `undefined` when that cannot be told. */
  readonly changedSince?: (earlier: Uint8Array) => LaterChanges | undefined
  /** The time by which certificates are judged; the present one when absent. */
  readonly now?: Date
}

/**
 * Tells of each signature what can be known of it. A typed or drawn one is what it is. Of a digital one: whether the
 * signed bytes are unchanged, whether they are the whole file and what changed since, the name in the signer's
 * certificate, the time that the signer claims, why it proves less than it could, whether the same stands in another field, and,
 * where certificates of authorities are given, whether the signer's leads to one of them. What is not looked at is named. `intact` is
 * absent when the signature is of a kind that cannot be checked. Nothing in a file makes it throw.
 */
export async function verifySignatures(
  file: Uint8Array,
  signatures: readonly RawSignature[],
  { trusted = [], changedSince = () => undefined, now = new Date() }: VerifyOptions = {},
): Promise<RecordSignature[]> {
  const checked = await Promise.all(
    signatures.slice(0, MOST_VERIFIED).map((signature) => check(file, signature, { trusted, now })),
  )
  const older = checked.filter(({ told }) => told.intact && told.coversWholeFile === false)
  const compared = new Set(older.slice(0, MOST_COMPARED))
  const told = checked.map((one) => {
    const changes = compared.has(one) ? changedSince(file.subarray(0, one.end)) : undefined
    return { ...one.told, ...(changes && withoutNothing(changes)), ...sameAs(one, checked) }
  })
  return [...told, ...signatures.slice(MOST_VERIFIED).map(claimed)]
}

async function check(
  file: Uint8Array,
  signature: RawSignature,
  by: Parameters<typeof checkDigital>[2],
): Promise<Checked> {
  const told = claimed(signature)
  if (signature.kind !== 'digital') return { told }
  const contents = signature.contents && bytesToHex(signature.contents)
  const part = signedPartOf(file, signature)
  if (!part) return { told: { ...told, intact: false }, ...(contents && { contents }) }
  const { checkDigital } = await loadCryptography()
  const { key, ...facts } = await checkDigital(signature, part, by)
  return {
    told: { ...told, ...facts, coversWholeFile: part.isWholeFile },
    end: part.end,
    ...(contents && { contents }),
    ...(key !== undefined && { key }),
  }
}

/** Whether a file, DER or PEM, holds a certificate that can be read. */
export async function holdsCertificate(file: Uint8Array): Promise<boolean> {
  return (await loadCryptography()).certificatesIn(file).length > 0
}

/** All that needs the library for certificates and CMS objects. */
export type Cryptography = typeof import('./cryptography.ts')

/** What reads certificates and CMS objects is large, and most forms have no digital signature. */
function loadCryptography(): Promise<Cryptography> {
  return import('./cryptography.ts')
}

function claimed({ field, kind, by, at }: RawSignature): RecordSignature {
  return { field, kind, ...(by !== undefined && { by }), ...(at !== undefined && { at }) }
}

/** Changed answers are told where there are none as well, since that is worth knowing; the rest only where there is some. */
function withoutNothing({ changedAfter, ...changes }: LaterChanges): Partial<LaterChanges> {
  const some = Object.entries(changes).filter(([, list = []]) => list.length > 0)
  return { changedAfter, ...Object.fromEntries(some) }
}
