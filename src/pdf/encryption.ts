import { md5 } from '@noble/hashes/legacy.js'
import { concat } from './bytes.ts'
import { decryptAes, findFileKey, type StandardHandler } from './encryption-keys.ts'
import { PdfError } from './errors.ts'
import type { FilterStep, Resolve } from './filters.ts'
import { isDict, nameOf, type PdfDict, type PdfRef, PdfString } from './objects.ts'
import { rc4 } from './rc4.ts'

const AES_BLOCK = 16

/** How the file is encrypted. */
export type Cipher = 'none' | 'rc4' | 'aes-128' | 'aes-256'

/** Decrypts what belongs to one indirect object. */
export interface Decryption {
  /** The cipher of strings and streams, for information. */
  readonly cipher: Cipher
  /** Undefined where the bytes cannot have been encrypted. */
  decryptString(id: PdfRef, bytes: Uint8Array): Uint8Array | undefined
  /** Bytes behind the last whole cipher block are dropped. Undefined where the password for attachments is not known. */
  decryptStream(
    id: PdfRef,
    bytes: Uint8Array,
    dict: PdfDict,
    steps: readonly FilterStep[],
  ): Uint8Array | undefined
}

/**
 * Opens the standard security handler, versions 1, 2, 4 and 5 (ISO 32000-2, 7.6), with the password given or none.
 *
 * @throws PdfError `password-needed`, `wrong-password` or `unsupported-encryption`.
 */
export function openEncryption(
  encrypt: PdfDict,
  fileId: Uint8Array,
  password: string | undefined,
  resolve: Resolve,
): Decryption {
  const read = new EncryptDict(encrypt, resolve)
  const version = read.integer('V', 0)
  if (read.name('Filter') !== 'Standard' || !supportedVersions.has(version)) {
    throw new PdfError(
      'unsupported-encryption',
      'The file is encrypted in a way that is not supported',
    )
  }
  if (!fitting.get(version)?.includes(read.integer('R', 0)))
    throw new PdfError('encryption-damaged', 'The version and revision of the encryption disagree')
  const method = (which: string): Cipher => (version >= 4 ? read.cryptFilter(which) : 'rc4')
  const named = (name: string): Cipher => read.cryptMethod(name)
  const strings = method('StrF')
  const streams = method('StmF')
  const attachments = version >= 4 && read.name('EFF') !== undefined ? method('EFF') : streams
  const plainMetadata = version >= 4 && read.value('EncryptMetadata') === false
  // No program encrypts nothing, or leaves out what to do with texts.
  const saysNothing = read.name('StrF') === undefined || (strings === 'none' && streams === 'none')
  if (version >= 4 && saysNothing && read.name('EFF') === undefined)
    throw new PdfError('encryption-damaged', 'The file is encrypted and does not say how')
  const isPlain = strings === 'none' && streams === 'none'
  const handler = readHandler(read, version, fileId)
  // Where only attachments are encrypted, the form can be read without the password.
  const key = isPlain ? searchKey(handler, password) : findKey(handler, password)
  return {
    cipher: strings === 'none' ? streams : strings,
    decryptString: (id, bytes) => decrypt(strings, key, id, bytes),
    decryptStream: (id, bytes, dict, steps) => {
      const cipher = streamCipher(dict, steps, { streams, attachments, named, plainMetadata })
      if (cipher !== 'none' && !key) return undefined
      const whole = cipher.startsWith('aes') ? bytes.length - (bytes.length % 16) : bytes.length
      return decrypt(cipher, key, id, bytes.subarray(0, whole)) ?? new Uint8Array()
    },
  }
}

interface StreamCiphers {
  readonly streams: Cipher
  readonly attachments: Cipher
  readonly named: (name: string) => Cipher
  readonly plainMetadata: boolean
}

function streamCipher(dict: PdfDict, steps: readonly FilterStep[], ciphers: StreamCiphers): Cipher {
  const type = nameOf(dict.get('Type'))
  if (type === 'XRef' || (type === 'Metadata' && ciphers.plainMetadata)) return 'none'
  const own = steps.find((step) => step.name === 'Crypt')
  if (own) return ciphers.named(nameOf(own.parameters.get('Name')) ?? 'Identity')
  return type === 'EmbeddedFile' ? ciphers.attachments : ciphers.streams
}

function searchKey(handler: StandardHandler, password: string | undefined): Uint8Array | undefined {
  for (const attempt of password === undefined ? [''] : [password, '']) {
    const key = findFileKey(handler, attempt)
    if (key) return key
  }
  return undefined
}

function findKey(handler: StandardHandler, password: string | undefined): Uint8Array {
  const key = searchKey(handler, password)
  if (key) return key
  throw password === undefined
    ? new PdfError('password-needed', 'The file can only be opened with a password')
    : new PdfError('wrong-password', 'The password does not open the file')
}

function readHandler(read: EncryptDict, version: number, fileId: Uint8Array): StandardHandler {
  const bits = version === 1 ? 40 : read.keyBits()
  return {
    revision: read.integer('R', 0),
    keyLength: version === 4 ? 16 : Math.min(16, Math.max(5, bits >> 3)),
    permissions: read.integer('P', 0),
    ownerHash: read.bytes('O'),
    userHash: read.bytes('U'),
    ownerKey: read.bytes('OE'),
    userKey: read.bytes('UE'),
    sealedPermissions: read.bytes('Perms'),
    encryptMetadata: read.value('EncryptMetadata') !== false,
    fileId,
  }
}

/** Reads the encryption dictionary. */
class EncryptDict {
  readonly #dict: PdfDict
  readonly #resolve: Resolve

  constructor(dict: PdfDict, resolve: Resolve) {
    this.#dict = dict
    this.#resolve = resolve
  }

  value(key: string) {
    return this.#resolve(this.#dict.get(key))
  }

  name(key: string): string | undefined {
    return nameOf(this.value(key))
  }

  integer(key: string, fallback: number): number {
    const value = this.value(key)
    return typeof value === 'number' ? Math.trunc(value) : fallback
  }

  bytes(key: string): Uint8Array {
    const value = this.value(key)
    return value instanceof PdfString ? value.bytes : new Uint8Array()
  }

  /** Key length in bits; some writers give bytes. */
  keyBits(): number {
    const length = this.integer('Length', 40)
    return length < 40 ? length * 8 : length
  }

  /** The method of the crypt filter that `key` (`StmF`, `StrF`) names. */
  cryptFilter(key: string): Cipher {
    return this.cryptMethod(this.name(key) ?? 'Identity')
  }

  cryptMethod(name: string): Cipher {
    if (name === 'Identity') return 'none'
    const filters = this.value('CF')
    const filter = this.#resolve(isDict(filters) ? filters.get(name) : null)
    const method = isDict(filter) ? (nameOf(this.#resolve(filter.get('CFM'))) ?? '') : ''
    const cipher = methods.get(method)
    if (!cipher) {
      throw new PdfError('unsupported-encryption', `The crypt filter \`${name}\` is not supported`)
    }
    return cipher
  }
}

function decrypt(
  cipher: Cipher,
  key: Uint8Array | undefined,
  id: PdfRef,
  bytes: Uint8Array,
): Uint8Array | undefined {
  if (cipher === 'none') return bytes
  if (!key) return undefined
  if (cipher === 'aes-256') return decryptAes(key, bytes)
  const objectKey = deriveKey(key, id, cipher === 'aes-128' ? aesSalt : new Uint8Array())
  return cipher === 'rc4' ? rc4(objectKey, bytes) : decryptAes(objectKey, bytes)
}

/** Algorithm 1 of ISO 32000-1, 7.6.2. */
function deriveKey(key: Uint8Array, { num, gen }: PdfRef, salt: Uint8Array): Uint8Array {
  const id = Uint8Array.of(num, num >> 8, num >> 16, gen, gen >> 8)
  return md5(concat([key, id, salt])).subarray(0, Math.min(16, key.length + 5))
}

/** Whether bytes cannot be what AES gives: of another length, UTF-16 with its mark, or letters and nothing else. */
export function isPlainly(bytes: Uint8Array): boolean {
  if (bytes.length % AES_BLOCK !== 0 || bytes.length < 2 * AES_BLOCK) return true
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return true
  return bytes.every((byte) => (byte >= 0x20 && byte < 0x7f) || (byte >= 0x09 && byte <= 0x0d))
}

const supportedVersions = new Set([1, 2, 4, 5])
/** The revisions of the handler for each version (ISO 32000-2, table 21). */
const fitting: ReadonlyMap<number, readonly number[]> = new Map([
  [1, [2, 3]],
  [2, [2, 3]],
  [4, [4]],
  [5, [5, 6]],
])
const methods = new Map<string, Cipher>([
  ['V2', 'rc4'],
  ['AESV2', 'aes-128'],
  ['AESV3', 'aes-256'],
])
/** `sAlT` */
const aesSalt = Uint8Array.of(0x73, 0x41, 0x6c, 0x54)
