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
import type { SignedPart } from './signed-part.ts'

const NEVER_CHECKED: NonNullable<RecordSignature['unchecked']> = ['revocation', 'time-stamp']

/** What is known of a digital signature when it was checked. */
type Facts = Pick<RecordSignature, 'by' | 'at' | 'intact' | 'trusted' | 'doubts' | 'unchecked'> & {
  /** The public key of its signer, in hex. */
  readonly key?: string
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

/** Checks the signed part of a file against its signature. */
export async function checkDigital(
  { contents, subFilter = '' }: RawSignature,
  { bytes }: SignedPart,
  { trusted, now }: { readonly trusted: readonly Uint8Array[]; readonly now: Date },
): Promise<Facts> {
  const authorities = trusted.length > 0 ? trusted.flatMap(certificatesIn) : undefined
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
    key: keyOf(certificate),
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
