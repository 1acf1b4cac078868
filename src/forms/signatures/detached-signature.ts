import { bytesToHex } from '@noble/hashes/utils.js'
import { GeneralizedTime, OctetString, UTCTime } from 'asn1js'
import { type Certificate, ContentInfo, CryptoEngine, SignedData, type SignerInfo } from 'pkijs'

// RFC 5652, 11.2 and 11.3
const MESSAGE_DIGEST = '1.2.840.113549.1.9.4'
const SIGNING_TIME = '1.2.840.113549.1.9.5'

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
 * Reads a signature from DER. Gives `undefined` for anything else, above all for one that brings content of its own,
 * which would be checked in place of the file, unless it is just the content that it should bring along.
 */
export function readDetachedSignature(
  der: Uint8Array,
  along?: Uint8Array,
): DetachedSignature | undefined {
  try {
    const info = ContentInfo.fromBER(new Uint8Array(der))
    if (info.contentType !== ContentInfo.SIGNED_DATA) return undefined
    const signed = new SignedData({ schema: info.content })
    const [signer, another] = signed.signerInfos
    const { eContent, eContentType } = signed.encapContentInfo
    if (!signer || another || eContentType !== SignedData.ID_DATA) return undefined
    const brought = eContent && bytesToHex(new Uint8Array(eContent.getValue()))
    return brought === (along && bytesToHex(along)) ? { signed, signer } : undefined
  } catch {
    return undefined
  }
}

/** Checks the content against the signature. */
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
    return { intact: true, ...(signerCertificate && { certificate: signerCertificate }) }
  } catch {
    // An algorithm that WebCrypto does not have, or no certificate to check by.
    return {}
  }
}

/**
 * Whether the signer's certificate leads to one of the authorities, by the certificates that the signature brings and at
 * the time that the signer claims, or now.
 */
export async function leadsToOneOf(
  authorities: readonly Certificate[],
  { signed, signer }: DetachedSignature,
  content: Uint8Array<ArrayBuffer>,
): Promise<boolean> {
  if (authorities.length === 0) return false
  const options = {
    signer: 0,
    data: content.buffer,
    checkChain: true,
    trustedCerts: [...authorities],
    checkDate: signingTime({ signer }) ?? new Date(),
    passedWhenNotRevValues: true,
  }
  return signed.verify(options, crypto).catch(() => false)
}

/** The time that the signer claims. */
export function signingTime({ signer }: Pick<DetachedSignature, 'signer'>): Date | undefined {
  const time = attributeOf(signer, SIGNING_TIME)
  if (!(time instanceof UTCTime || time instanceof GeneralizedTime)) return undefined
  const date = time.toDate()
  return Number.isNaN(date.getTime()) ? undefined : date
}

const crypto = new CryptoEngine({ name: 'WebCrypto', crypto: globalThis.crypto })

// RFC 5652, 11.2 and 11.3

async function hasOtherDigest(
  signer: SignerInfo,
  content: Uint8Array<ArrayBuffer>,
): Promise<boolean> {
  const digest = attributeOf(signer, MESSAGE_DIGEST)
  if (!(digest instanceof OctetString)) return false
  const algorithm = crypto.getAlgorithmByOID(signer.digestAlgorithm.algorithmId, true)
  const actual = new Uint8Array(await crypto.digest(algorithm, content))
  return bytesToHex(actual) !== bytesToHex(digest.valueBlock.valueHexView)
}

function attributeOf({ signedAttrs }: SignerInfo, type: string): unknown {
  return signedAttrs?.attributes.find((attribute) => attribute.type === type)?.values[0]
}
