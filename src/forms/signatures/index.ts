import { sha1 } from '@noble/hashes/legacy.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import type { Certificate } from 'pkijs'
import type { RawSignature } from '../../model/extraction.ts'
import type { RecordSignature } from '../../model/record.ts'
import { certificatesIn, nameOf } from './certificates.ts'
import {
  checkContent,
  leadsToOneOf,
  readDetachedSignature,
  signingTime,
} from './detached-signature.ts'
import { doubtsAbout, isUnfit } from './doubts.ts'
import type { LaterChanges } from './later-changes.ts'
import { type Checked, sameAs } from './same-as.ts'
import { type SignedPart, signedPartOf } from './signed-part.ts'

export { holdsCertificate } from './certificates.ts'
export { type FileState, type LaterChanges, laterChanges } from './later-changes.ts'

/** Signatures of one file for which it is told what changed since; each asks for the file to be read once more. */
const MOST_COMPARED = 10

/** Signatures of one file that are verified; a form has two or three. */
const MOST_VERIFIED = 50

const NEVER_CHECKED: NonNullable<RecordSignature['unchecked']> = ['revocation', 'time-stamp']

/** How signatures are verified. */
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
  const authorities = trusted.length > 0 ? trusted.flatMap(certificatesIn) : undefined
  const checked = await Promise.all(
    signatures
      .slice(0, MOST_VERIFIED)
      .map((signature) => check(file, signature, { authorities, now })),
  )
  const older = checked.filter(({ told }) => told.intact && told.coversWholeFile === false)
  const compared = new Set(older.slice(0, MOST_COMPARED))
  const told = checked.map((one) => {
    const changes = compared.has(one) ? changedSince(file.subarray(0, one.end)) : undefined
    return { ...one.told, ...(changes && withoutNothing(changes)), ...sameAs(one, checked) }
  })
  return [...told, ...signatures.slice(MOST_VERIFIED).map(claimed)]
}

interface By {
  readonly authorities: readonly Certificate[] | undefined
  readonly now: Date
}

async function check(file: Uint8Array, signature: RawSignature, by: By): Promise<Checked> {
  const told = claimed(signature)
  if (signature.kind !== 'digital') return { told }
  const contents = signature.contents && bytesToHex(signature.contents)
  const part = signedPartOf(file, signature)
  if (!part) return { told: { ...told, intact: false }, ...(contents && { contents }) }
  const { certificate, ...facts } = await factsOf(signature, part, by)
  return {
    told: { ...told, ...facts, coversWholeFile: part.isWholeFile },
    end: part.end,
    ...(contents && { contents }),
    ...(certificate && { key: keyOf(certificate) }),
  }
}

function claimed({ field, kind, by, at }: RawSignature): RecordSignature {
  return { field, kind, ...(by !== undefined && { by }), ...(at !== undefined && { at }) }
}

/** Changed answers are told where there are none as well, since that is worth knowing; the rest only where there is some. */
function withoutNothing({ changedAfter, ...changes }: LaterChanges): Partial<LaterChanges> {
  const some = Object.entries(changes).filter(([, list = []]) => list.length > 0)
  return { changedAfter, ...Object.fromEntries(some) }
}

type Facts = Pick<RecordSignature, 'by' | 'at' | 'intact' | 'trusted' | 'doubts' | 'unchecked'> & {
  readonly certificate?: Certificate
}

/**
 * What a CMS object signs, by its format (ISO 32000-1, 12.8.3.3, and 32000-2, 12.8.3.4): the bytes of the file, or, in the oldest
 * one, their SHA-1, which it brings along.
 */
const contentOf: ReadonlyMap<string, 'bytes' | 'digest'> = new Map([
  ['adbe.pkcs7.detached', 'bytes'],
  ['ETSI.CAdES.detached', 'bytes'],
  ['adbe.pkcs7.sha1', 'digest'],
])

async function factsOf(
  { contents, subFilter = '' }: RawSignature,
  { bytes }: SignedPart,
  { authorities, now }: By,
): Promise<Facts> {
  const kind = contentOf.get(subFilter)
  if (!kind) return {}
  const digest = kind === 'digest' ? new Uint8Array(sha1(bytes)) : undefined
  const signature = contents && readDetachedSignature(contents, digest)
  if (!signature) return { intact: false }
  const content = digest ?? bytes
  const { intact, certificate } = await checkContent(signature, content)
  if (!intact || !certificate) return intact === undefined ? {} : { intact }
  const by = nameOf(certificate)
  const at = signingTime(signature)
  const doubts = doubtsAbout(signature, certificate, { now, isOfSha1: digest !== undefined })
  return {
    certificate,
    intact,
    ...(by !== undefined && { by }),
    ...(at && { at: at.toISOString() }),
    ...(authorities && {
      trusted: !isUnfit(doubts) && (await leadsToOneOf(authorities, signature, content, now)),
    }),
    ...(doubts.length > 0 && { doubts }),
    unchecked: authorities ? NEVER_CHECKED : ['authority', ...NEVER_CHECKED],
  }
}

function keyOf({ subjectPublicKeyInfo }: Certificate): string {
  return bytesToHex(new Uint8Array(subjectPublicKeyInfo.toSchema().toBER()))
}
