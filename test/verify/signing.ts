import type { webcrypto } from 'node:crypto'
import { sha1 } from '@noble/hashes/legacy.js'
import {
  BitString,
  Integer,
  ObjectIdentifier,
  OctetString,
  Sequence,
  UTCTime,
  Utf8String,
} from 'asn1js'
import {
  Attribute,
  AttributeTypeAndValue,
  BasicConstraints,
  Certificate,
  ContentInfo,
  CryptoEngine,
  EncapsulatedContentInfo,
  Extension,
  ExtKeyUsage,
  IssuerAndSerialNumber,
  SignedAndUnsignedAttributes,
  SignedData,
  SignerInfo,
} from 'pkijs'
import type { RawSignature } from '../../src/model/extraction.ts'

const crypto = new CryptoEngine({ name: 'WebCrypto', crypto: globalThis.crypto })

/** A person or an authority that can sign. */
export interface Identity {
  readonly certificate: Certificate
  readonly key: webcrypto.CryptoKey
}

/** What is not usual about a certificate. */
interface CertificateOptions {
  /** The first byte of the key usage, digitalSignature first (RFC 5280, 4.2.1.3). */
  readonly usage?: number
  /** Extended key usage. */
  readonly purposes?: readonly string[]
  /** An RSA key of so many bits in place of an elliptic curve. */
  readonly rsaBits?: number
  readonly from?: string
  readonly until?: string
}

/** Makes an identity, signed by an authority or by itself. */
export async function identityOf(
  name: string,
  issuer?: Identity,
  options: CertificateOptions = {},
): Promise<Identity> {
  const { from = '2026-01-01', until = '2049-12-31' } = options
  const keys = await keysOf(options)
  const certificate = new Certificate()
  certificate.version = 2
  certificate.serialNumber = new Integer({ value: Math.ceil(Math.random() * 1e6) })
  certificate.subject.typesAndValues.push(
    new AttributeTypeAndValue({ type: '2.5.4.3', value: new Utf8String({ value: name }) }),
  )
  const issuing = issuer?.certificate ?? certificate
  certificate.issuer.typesAndValues.push(...issuing.subject.typesAndValues)
  certificate.notBefore.value = new Date(from)
  certificate.notAfter.value = new Date(until)
  certificate.extensions = extensionsOf(issuer === undefined, options)
  await certificate.subjectPublicKeyInfo.importKey(keys.publicKey, crypto)
  await certificate.sign(issuer?.key ?? keys.privateKey, 'SHA-256', crypto)
  return { certificate, key: keys.privateKey }
}

async function keysOf({ rsaBits }: CertificateOptions): Promise<webcrypto.CryptoKeyPair> {
  const { subtle } = globalThis.crypto
  if (rsaBits === undefined)
    return subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign', 'verify'])
  const rsa = {
    name: 'RSASSA-PKCS1-v1_5',
    modulusLength: rsaBits,
    publicExponent: new Uint8Array([1, 0, 1]),
    hash: 'SHA-256',
  }
  return subtle.generateKey(rsa, true, ['sign', 'verify'])
}

function extensionsOf(cA: boolean, { usage, purposes }: CertificateOptions): Extension[] {
  const extension = (extnID: string, value: { toBER(): ArrayBuffer }): Extension =>
    new Extension({ extnID, critical: true, extnValue: value.toBER() })
  return [
    extension('2.5.29.19', new BasicConstraints({ cA }).toSchema()),
    ...(usage === undefined
      ? []
      : [extension('2.5.29.15', new BitString({ valueHex: new Uint8Array([usage]).buffer }))]),
    ...(purposes
      ? [extension('2.5.29.37', new ExtKeyUsage({ keyPurposes: [...purposes] }).toSchema())]
      : []),
  ]
}

/** The certificate as the text of a PEM file. */
export function pemOf({ certificate }: Identity): Uint8Array {
  const base64 = Buffer.from(certificate.toSchema().toBER()).toString('base64')
  const lines = base64.match(/.{1,64}/g) ?? []
  const text = ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n')
  return new TextEncoder().encode(text)
}

/** How a CMS signature is made. */
export interface CmsOptions {
  readonly at: Date
  /** Bring the content along. */
  readonly attached?: boolean
  readonly hash?: 'SHA-1' | 'SHA-256'
  /** Signed attributes to leave out, by type. */
  readonly without?: readonly string[]
  /** Signed attributes to add. */
  readonly more?: readonly Attribute[]
  /** The certificate that it brings in place of the signer's. */
  readonly brings?: Certificate
  /** How often it is signed. */
  readonly signers?: number
}

/** A CMS signature of the content. */
export async function cmsOf(
  content: Uint8Array<ArrayBuffer>,
  { certificate, key }: Identity,
  options: CmsOptions,
): Promise<Uint8Array> {
  const { hash = 'SHA-256', without = [], more = [], signers = 1 } = options
  const digest = await globalThis.crypto.subtle.digest(hash, content)
  const attributes = [
    attribute('1.2.840.113549.1.9.3', new ObjectIdentifier({ value: SignedData.ID_DATA })),
    attribute('1.2.840.113549.1.9.4', new OctetString({ valueHex: digest })),
    attribute('1.2.840.113549.1.9.5', new UTCTime({ valueDate: options.at })),
    ...more,
  ].filter(({ type }) => !without.includes(type))
  const signerInfo = (): SignerInfo =>
    new SignerInfo({
      version: 1,
      sid: new IssuerAndSerialNumber({
        issuer: certificate.issuer,
        serialNumber: certificate.serialNumber,
      }),
      signedAttrs: new SignedAndUnsignedAttributes({ type: 0, attributes }),
    })
  const signed = new SignedData({
    version: 1,
    encapContentInfo: new EncapsulatedContentInfo({
      eContentType: SignedData.ID_DATA,
      ...(options.attached && { eContent: new OctetString({ valueHex: content.buffer }) }),
    }),
    digestAlgorithms: [],
    certificates: [options.brings ?? certificate],
    signerInfos: Array.from({ length: signers }, signerInfo),
  })
  for (let signer = 0; signer < signers; signer++)
    await signed.sign(key, signer, hash, content.buffer, crypto)
  const info = new ContentInfo({
    contentType: ContentInfo.SIGNED_DATA,
    content: signed.toSchema(true),
  })
  return new Uint8Array(info.toSchema().toBER())
}

function attribute(type: string, value: object): Attribute {
  return new Attribute({ type, values: [value] })
}

/** The signed attribute by which a signer says which certificate is the right one (RFC 5035, 3). */
export async function signingCertificateOf({ certificate }: Identity): Promise<Attribute> {
  const der = certificate.toSchema().toBER()
  const valueHex = await globalThis.crypto.subtle.digest('SHA-256', der)
  const id = new Sequence({ value: [new OctetString({ valueHex })] })
  const list = new Sequence({ value: [id] })
  return attribute('1.2.840.113549.1.9.16.2.47', new Sequence({ value: [list] }))
}

/**
 * A PDF with one signed field `sign` and, beside it, what a reader of PDFs gives for the signature. With `digest` the SHA-1 of the
 * bytes is signed in their place.
 */
export async function signedPdf(
  signer: Identity,
  options: CmsOptions & { readonly digest?: boolean; readonly trailing?: string },
): Promise<{ bytes: Uint8Array; signature: RawSignature }> {
  const room = 4000
  const bytes = blankPdf(room)
  const text = Buffer.from(bytes.buffer).toString('latin1')
  const start = text.indexOf('/Contents <') + '/Contents '.length
  const end = start + room + 2
  const byteRange = [0, start, end, bytes.length - end]
  const written = byteRange.map((number) => String(number).padStart(10, '0')).join(' ')
  bytes.set(Buffer.from(written), text.indexOf('/ByteRange [') + '/ByteRange ['.length)
  const content = new Uint8Array([...bytes.subarray(0, start), ...bytes.subarray(end)])
  const cms = options.digest
    ? await cmsOf(new Uint8Array(sha1(content)), signer, { ...options, attached: true })
    : await cmsOf(content, signer, options)
  const hex = `${Buffer.from(cms).toString('hex')}${options.trailing ?? ''}`.padEnd(room, '0')
  bytes.set(Buffer.from(hex), start + 1)
  const contents = new Uint8Array(Buffer.from(hex, 'hex'))
  const subFilter = options.digest ? 'adbe.pkcs7.sha1' : 'adbe.pkcs7.detached'
  return { bytes, signature: { field: 'sign', kind: 'digital', byteRange, contents, subFilter } }
}

function blankPdf(room: number): Uint8Array<ArrayBuffer> {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [4 0 R] /SigFlags 3 >> >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Annots [4 0 R] >>',
    '<< /Type /Annot /Subtype /Widget /FT /Sig /T (sign) /Rect [50 50 250 90] /P 3 0 R /V 5 0 R >>',
    `<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /adbe.pkcs7.detached /ByteRange [${'0'.repeat(10)} ${'0'.repeat(10)} ${'0'.repeat(10)} ${'0'.repeat(10)}] /Contents <${'0'.repeat(room)}> >>`,
  ]
  let text = '%PDF-1.7\n'
  const offsets = objects.map((object, index) => {
    const offset = text.length
    text += `${index + 1} 0 obj\n${object}\nendobj\n`
    return `${String(offset).padStart(10, '0')} 00000 n \n`
  })
  const size = objects.length + 1
  text += `xref\n0 ${size}\n0000000000 65535 f \n${offsets.join('')}`
  text += `trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${text.indexOf('xref\n')}\n%%EOF\n`
  return new Uint8Array(Buffer.from(text, 'latin1'))
}
