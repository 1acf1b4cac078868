import type { BitString } from 'asn1js'
import { type Certificate, type ExtKeyUsage, RSAPublicKey } from 'pkijs'
import type { SignatureDoubt } from '../../model/record.ts'
import { type DetachedSignature, signingTime } from './detached-signature.ts'

const FEWEST_RSA_BITS = 2048

// RFC 5280, 4.2.1.3 and 4.2.1.12
const KEY_USAGE = '2.5.29.15'
const EXTENDED_KEY_USAGE = '2.5.29.37'
/** The first bits of the key usage: digitalSignature and nonRepudiation. */
const SIGNING_BITS = 0b1100_0000

/** Why an intact signature proves less than it could. */
export function doubtsAbout(
  signature: DetachedSignature,
  certificate: Certificate,
  { now, isOfSha1 }: { readonly now: Date; readonly isOfSha1: boolean },
): SignatureDoubt[] {
  const times = [now, signingTime(signature) ?? now]
  const facts = { signature, certificate, times, isOfSha1 }
  const doubts = Object.keys(signs) as SignatureDoubt[]
  return doubts.filter((doubt) => signs[doubt](facts))
}

/** Whether a certificate is at odds with being vouched for. */
export function isUnfit(doubts: readonly SignatureDoubt[]): boolean {
  return doubts.some((doubt) => unfit.has(doubt))
}

const unfit: ReadonlySet<SignatureDoubt> = new Set(['not-for-signing', 'expired', 'not-yet-valid'])

interface Facts {
  readonly signature: DetachedSignature
  readonly certificate: Certificate
  /** Now, and when it was signed as the signer claims. */
  readonly times: readonly Date[]
  /** It signs the SHA-1 of the file in place of the file. */
  readonly isOfSha1: boolean
}

const signs: Readonly<Record<SignatureDoubt, (facts: Facts) => boolean>> = {
  'weak-digest': ({ signature: { signer }, certificate, isOfSha1 }) =>
    isOfSha1 ||
    [
      signer.digestAlgorithm,
      signer.signatureAlgorithm,
      ...(certificate.issuer.isEqual(certificate.subject) ? [] : [certificate.signatureAlgorithm]),
    ].some(({ algorithmId }) => weakAlgorithms.has(algorithmId)),
  'weak-key': ({ certificate }) => {
    const bits = rsaBits(certificate)
    return bits !== undefined && bits < FEWEST_RSA_BITS
  },
  'not-for-signing': ({ certificate }) => !isForSigning(certificate),
  expired: ({ certificate, times }) => times.some((time) => time > certificate.notAfter.value),
  'not-yet-valid': ({ certificate, times }) =>
    times.some((time) => time < certificate.notBefore.value),
}

/** MD5 and SHA-1, by themselves and with RSA, DSA and ECDSA (RFC 3279, 2). */
const weakAlgorithms: ReadonlySet<string> = new Set([
  ...['1.2.840.113549.2.2', '1.2.840.113549.2.5', '1.3.14.3.2.26'],
  ...['1.2.840.113549.1.1.2', '1.2.840.113549.1.1.4', '1.2.840.113549.1.1.5', '1.3.14.3.2.29'],
  ...['1.2.840.10040.4.3', '1.2.840.10045.4.1'],
])

/**
 * Purposes with which a certificate signs documents: any, e-mail, documents (RFC 9336), and those that Microsoft and Adobe have
 * for documents.
 */
const signingPurposes: ReadonlySet<string> = new Set([
  ...['2.5.29.37.0', '1.3.6.1.5.5.7.3.4', '1.3.6.1.5.5.7.3.36'],
  ...['1.3.6.1.4.1.311.10.3.12', '1.2.840.113583.1.1.5'],
])

/** A certificate that says nothing of what it is for is for anything. */
function isForSigning({ extensions = [] }: Certificate): boolean {
  return extensions.every(({ extnID, parsedValue }) => {
    if (extnID === KEY_USAGE) return hasSigningBit(parsedValue as BitString | undefined)
    if (extnID !== EXTENDED_KEY_USAGE) return true
    const { keyPurposes = [] } = (parsedValue ?? {}) as Partial<ExtKeyUsage>
    return keyPurposes.some((purpose) => signingPurposes.has(purpose))
  })
}

function hasSigningBit(usage: BitString | undefined): boolean {
  const [first = 0] = usage?.valueBlock?.valueHexView ?? []
  return (first & SIGNING_BITS) !== 0
}

function rsaBits({ subjectPublicKeyInfo }: Certificate): number | undefined {
  const key = subjectPublicKeyInfo.parsedKey
  if (!(key instanceof RSAPublicKey)) return undefined
  const bytes = key.modulus.valueBlock.valueHexView
  const start = bytes.findIndex((byte) => byte !== 0)
  if (start === -1) return 0
  return (bytes.length - start) * 8 - Math.clz32(bytes[start] ?? 0) + 24
}
