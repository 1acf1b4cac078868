import { sha1 } from '@noble/hashes/legacy.js'
import { sha256, sha384, sha512 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import { fromBER, GeneralizedTime, ObjectIdentifier, OctetString, Sequence, UTCTime } from 'asn1js'
import {
  type Certificate,
  ContentInfo,
  CryptoEngine,
  IssuerAndSerialNumber,
  SignedData,
  SignedDataVerifyError,
  type SignerInfo,
} from 'pkijs'

// RFC 5652, 11.1 to 11.3
const CONTENT_TYPE = '1.2.840.113549.1.9.3'
const MESSAGE_DIGEST = '1.2.840.113549.1.9.4'
const SIGNING_TIME = '1.2.840.113549.1.9.5'

// RFC 5035, 3 and 5.4
const SIGNING_CERTIFICATE_V1 = '1.2.840.113549.1.9.16.2.12'
const SIGNING_CERTIFICATE_V2 = '1.2.840.113549.1.9.16.2.47'

/** The code of pkijs for a signature whose certificates have none of its signer. */
const NO_SIGNER_CERTIFICATE = 3

/** A CMS signature (RFC 5652) over content that stands apart from it, or is known from elsewhere, by one signer. */
export interface DetachedSignature {
  readonly signed: SignedData
  readonly signer: SignerInfo
}

/** What a signature says about given content. */
export interface SignatureCheck {
  /** The content is what was signed; absent when the signature is of a kind that cannot be checked. */
  readonly intact?: boolean
  /** The signer's certificate, when the signature brings it and is intact. */
  readonly certificate?: Certificate
}

/**
 * Reads a signature from DER, behind which zeros may stand. Gives `undefined` for anything else, above all for one that brings
 * content of its own, which would be checked in place of the file, unless it is just the content that it should bring along; for
 * one of several signers; and for one that does not sign what kind of content it is of and its digest.
 */
export function readDetachedSignature(
  der: Uint8Array,
  along?: Uint8Array,
): DetachedSignature | undefined {
  try {
    const { offset, result } = fromBER(new Uint8Array(der))
    if (offset < 0 || der.subarray(offset).some((byte) => byte !== 0)) return undefined
    const info = new ContentInfo({ schema: result })
    if (info.contentType !== ContentInfo.SIGNED_DATA) return undefined
    const signed = new SignedData({ schema: info.content })
    const [signer, another] = signed.signerInfos
    const { eContent, eContentType } = signed.encapContentInfo
    if (!signer || another || eContentType !== SignedData.ID_DATA) return undefined
    if (!signsWhatItMust(signer)) return undefined
    const brought = eContent && bytesToHex(new Uint8Array(eContent.getValue()))
    return brought === (along && bytesToHex(along)) ? { signed, signer } : undefined
  } catch {
    return undefined
  }
}

export async function checkContent(
  { signed, signer }: DetachedSignature,
  content: Uint8Array<ArrayBuffer>,
): Promise<SignatureCheck> {
  try {
    if (await hasOtherDigest(signer, content)) return { intact: false }
    const { signatureVerified, signerCertificate } = await signed.verify(
      { signer: 0, data: content.buffer, extendedMode: true },
      crypto,
    )
    if (signatureVerified !== true) return { intact: false }
    if (signerCertificate && namesOtherCertificate(signer, signerCertificate))
      return { intact: false }
    return { intact: true, ...(signerCertificate && { certificate: signerCertificate }) }
  } catch (error) {
    if (isOfNobody(error, signer)) return { intact: false }
    // An algorithm that WebCrypto does not have, or no certificate to check by.
    return {}
  }
}

/**
 * Whether the signer's certificate leads to one of the authorities, by the certificates that the signature brings and at a
 * given time.
 */
export async function leadsToOneOf(
  authorities: readonly Certificate[],
  { signed }: DetachedSignature,
  content: Uint8Array<ArrayBuffer>,
  checkDate: Date,
): Promise<boolean> {
  if (authorities.length === 0) return false
  const options = {
    signer: 0,
    data: content.buffer,
    checkChain: true,
    trustedCerts: [...authorities],
    checkDate,
    passedWhenNotRevValues: true,
  }
  return signed.verify(options, crypto).catch(() => false)
}

export function signingTime({ signer }: Pick<DetachedSignature, 'signer'>): Date | undefined {
  const [time] = valuesOf(signer, SIGNING_TIME)
  if (!(time instanceof UTCTime || time instanceof GeneralizedTime)) return undefined
  const date = time.toDate()
  return Number.isNaN(date.getTime()) ? undefined : date
}

const crypto = new CryptoEngine({ name: 'WebCrypto', crypto: globalThis.crypto })

/** Where a signer signs attributes in place of the content, one tells its kind and one its digest (RFC 5652, 5.3). */
function signsWhatItMust(signer: SignerInfo): boolean {
  if (!signer.signedAttrs) return true
  const [type, ...types] = valuesOf(signer, CONTENT_TYPE)
  const [digest, ...digests] = valuesOf(signer, MESSAGE_DIGEST)
  return (
    types.length + digests.length === 0 &&
    type instanceof ObjectIdentifier &&
    type.getValue() === SignedData.ID_DATA &&
    digest instanceof OctetString
  )
}

async function hasOtherDigest(
  signer: SignerInfo,
  content: Uint8Array<ArrayBuffer>,
): Promise<boolean> {
  const [digest] = valuesOf(signer, MESSAGE_DIGEST)
  if (!(digest instanceof OctetString)) return false
  const algorithm = crypto.getAlgorithmByOID(signer.digestAlgorithm.algorithmId, true)
  const actual = new Uint8Array(await crypto.digest(algorithm, content))
  return bytesToHex(actual) !== bytesToHex(digest.valueBlock.valueHexView)
}

/** The signer is named, and none of the certificates is that one's. */
function isOfNobody(error: unknown, { sid }: SignerInfo): boolean {
  return (
    sid instanceof IssuerAndSerialNumber &&
    error instanceof SignedDataVerifyError &&
    error.code === NO_SIGNER_CERTIFICATE
  )
}

/** Whether the signer signed that another certificate is the right one than the one that was found. */
function namesOtherCertificate(signer: SignerInfo, certificate: Certificate): boolean {
  const der = new Uint8Array(certificate.toSchema().toBER())
  return [
    ...valuesOf(signer, SIGNING_CERTIFICATE_V1).map((value) => certificateDigest(value, 'SHA-1')),
    ...valuesOf(signer, SIGNING_CERTIFICATE_V2).map((value) => certificateDigest(value, 'SHA-256')),
  ].some((named) => {
    const digest = named && digests.get(named.algorithm)
    return digest !== undefined && bytesToHex(digest(der)) !== named?.hex
  })
}

const digests: ReadonlyMap<string, (bytes: Uint8Array) => Uint8Array> = new Map([
  ['SHA-1', sha1],
  ['SHA-256', sha256],
  ['SHA-384', sha384],
  ['SHA-512', sha512],
])

/** The digest in the first ESSCertID of a signing certificate attribute, which is the signer's (RFC 5035, 5.4). */
function certificateDigest(
  attribute: unknown,
  usual: string,
): { algorithm: string; hex: string } | undefined {
  const [certificates] = partsOf(attribute)
  const [named] = partsOf(certificates)
  const parts = partsOf(named)
  const hash = parts.find((part) => part instanceof OctetString)
  const [type] = parts[0] === hash ? [] : partsOf(parts[0])
  const algorithm =
    type instanceof ObjectIdentifier ? crypto.getAlgorithmByOID(type.getValue()) : { name: usual }
  if (!hash || !('name' in algorithm)) return undefined
  return { algorithm: String(algorithm.name), hex: bytesToHex(hash.valueBlock.valueHexView) }
}

function partsOf(value: unknown): readonly unknown[] {
  return value instanceof Sequence ? value.valueBlock.value : []
}

function valuesOf({ signedAttrs }: SignerInfo, type: string): unknown[] {
  const attributes = signedAttrs?.attributes.filter((attribute) => attribute.type === type) ?? []
  return attributes.flatMap(({ values }) => values as unknown[])
}
