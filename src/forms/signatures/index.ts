import { sha1 } from '@noble/hashes/legacy.js'
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
import { type SignedPart, signedPartOf } from './signed-part.ts'

export { holdsCertificate } from './certificates.ts'

/** Names the answers that changed since the file had these bytes only; `undefined` when that cannot be told. */
export type ChangedSince = (earlier: Uint8Array) => readonly string[] | undefined

/**
 * Tells of each signature what can be known of it. A typed or drawn one is what it is. Of a digital one: whether the
 * signed bytes are unchanged, whether they are the whole file and which answers changed since, the name in the signer's
 * certificate, the time that the signer claims, and, where certificates of authorities are given (files in PEM or DER),
 * whether the signer's leads to one of them. Revocation and time stamps are not looked at. `intact` is absent when the
 * signature is of a kind that cannot be checked. Nothing in a file makes it throw.
 */
export async function verifySignatures(
  file: Uint8Array,
  signatures: readonly RawSignature[],
  trusted: readonly Uint8Array[] = [],
  changedSince: ChangedSince = () => undefined,
): Promise<RecordSignature[]> {
  const authorities = trusted.length > 0 ? trusted.flatMap(certificatesIn) : undefined
  return Promise.all(
    signatures.map(async (signature): Promise<RecordSignature> => {
      const { field, kind, by, at } = signature
      const claimed = {
        field,
        kind,
        ...(by !== undefined && { by }),
        ...(at !== undefined && { at }),
      }
      if (kind !== 'digital') return claimed
      const part = signedPartOf(file, signature)
      if (!part) return { ...claimed, intact: false }
      const facts = await factsOf(signature, part, authorities)
      const changed =
        facts.intact && !part.isWholeFile ? changedSince(file.subarray(0, part.end)) : undefined
      return {
        ...claimed,
        ...facts,
        coversWholeFile: part.isWholeFile,
        ...(changed && { changedAfter: [...changed] }),
      }
    }),
  )
}

type Facts = Pick<RecordSignature, 'by' | 'at' | 'intact' | 'trusted'>

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
  authorities: readonly Certificate[] | undefined,
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
  return {
    intact,
    ...(by !== undefined && { by }),
    ...(at && { at: at.toISOString() }),
    ...(authorities && { trusted: await leadsToOneOf(authorities, signature, content) }),
  }
}
