import { cbc, ecb } from '@noble/ciphers/aes.js'
import { md5 } from '@noble/hashes/legacy.js'
import { sha256, sha384, sha512 } from '@noble/hashes/sha2.js'
import { concat } from './bytes.ts'
import { legacyPasswordEncodings, passwordEncodings } from './passwords.ts'
import { rc4 } from './rc4.ts'

/** What the standard security handler keeps in the file (ISO 32000-2, table 21). */
export interface StandardHandler {
  readonly revision: number
  /** Bytes of the file key. */
  readonly keyLength: number
  readonly permissions: number
  readonly ownerHash: Uint8Array
  readonly userHash: Uint8Array
  readonly ownerKey: Uint8Array
  readonly userKey: Uint8Array
  /** /Perms, by which a key of 256 bits is known to be the right one. */
  readonly sealedPermissions: Uint8Array
  readonly encryptMetadata: boolean
  readonly fileId: Uint8Array
}

/** The file key, if the password is the user's or the owner's. */
export function findFileKey(handler: StandardHandler, password: string): Uint8Array | undefined {
  const [encodings, find] =
    handler.revision >= 5
      ? ([passwordEncodings, findKey256] as const)
      : ([legacyPasswordEncodings, findKeyLegacy] as const)
  for (const bytes of encodings(password)) {
    const key = find(handler, bytes)
    if (key) return key
  }
  return undefined
}

function findKeyLegacy(handler: StandardHandler, password: Uint8Array): Uint8Array | undefined {
  return checkUser(handler, password) ?? checkUser(handler, ownerToUser(handler, password))
}

/** Algorithms 6 and 2 of ISO 32000-1, 7.6.3. */
function checkUser(handler: StandardHandler, password: Uint8Array): Uint8Array | undefined {
  const key = legacyKey(handler, password)
  const expected = legacyUserHash(handler, key)
  const compared = handler.revision === 2 ? 32 : 16
  return isEqual(expected.subarray(0, compared), handler.userHash.subarray(0, compared))
    ? key
    : undefined
}

function legacyKey(handler: StandardHandler, password: Uint8Array): Uint8Array {
  const { permissions, revision, keyLength } = handler
  const flags = Uint8Array.of(permissions, permissions >> 8, permissions >> 16, permissions >> 24)
  const noMetadata = revision >= 4 && !handler.encryptMetadata ? [new Uint8Array(4).fill(0xff)] : []
  const owner = handler.ownerHash.subarray(0, 32)
  let key = md5(concat([pad(password), owner, flags, handler.fileId, ...noMetadata]))
  if (revision >= 3) for (let i = 0; i < 50; i++) key = md5(key.subarray(0, keyLength))
  return key.subarray(0, keyLength)
}

/** Algorithms 4 and 5. */
function legacyUserHash(handler: StandardHandler, key: Uint8Array): Uint8Array {
  if (handler.revision === 2) return rc4(key, padding)
  let hash: Uint8Array = md5(concat([padding, handler.fileId]))
  for (let i = 0; i < 20; i++) hash = rc4(xorEach(key, i), hash)
  return hash
}

/** Algorithm 7: an owner's password opens the user's. */
function ownerToUser(handler: StandardHandler, password: Uint8Array): Uint8Array {
  const { revision, keyLength } = handler
  let key = md5(pad(password))
  if (revision >= 3) for (let i = 0; i < 50; i++) key = md5(key)
  const cut = key.subarray(0, keyLength)
  let user = handler.ownerHash.subarray(0, 32)
  if (revision === 2) return rc4(cut, user)
  for (let i = 19; i >= 0; i--) user = rc4(xorEach(cut, i), user)
  return user
}

/** Algorithm 2.A of ISO 32000-2, 7.6.4.3.3. */
function findKey256(handler: StandardHandler, password: Uint8Array): Uint8Array | undefined {
  const { ownerHash, userHash, ownerKey, userKey } = handler
  const none = new Uint8Array()
  const user = userHash.subarray(0, 48)
  return (
    openKey256(handler, password, userHash, userKey, none) ??
    openKey256(handler, password, ownerHash, ownerKey, user)
  )
}

function openKey256(
  handler: StandardHandler,
  password: Uint8Array,
  stored: Uint8Array,
  encryptedKey: Uint8Array,
  userHash: Uint8Array,
): Uint8Array | undefined {
  if (encryptedKey.length < 32) return undefined
  const hash = handler.revision === 5 ? hashRevision5 : hashRevision6
  const noVector = new Uint8Array(16)
  const key = cbc(hash(password, stored.subarray(40, 48), userHash), noVector, {
    disablePadding: true,
  }).decrypt(encryptedKey.slice(0, 32))
  // The hash that the file has for checking costs as much as the one before, so it is the last resort.
  if (unseals(handler, key)) return key
  const check = hash(password, stored.subarray(32, 40), userHash)
  return isEqual(check, stored.subarray(0, 32)) ? key : undefined
}

/** Algorithm 13 of ISO 32000-2, 7.6.4.4.12: whether the key gives the permissions that stand in the file. */
function unseals({ sealedPermissions, permissions }: StandardHandler, key: Uint8Array): boolean {
  if (sealedPermissions.length !== 16) return false
  const plain = ecb(key, { disablePadding: true }).decrypt(sealedPermissions.slice())
  const stated = new DataView(plain.buffer, plain.byteOffset).getInt32(0, true)
  return stated === (permissions | 0) && isEqual(plain.subarray(9, 12), permissionsMark)
}

function hashRevision5(password: Uint8Array, salt: Uint8Array, userHash: Uint8Array): Uint8Array {
  return sha256(concat([password, salt, userHash]))
}

/** Algorithm 2.B of ISO 32000-2, 7.6.4.3.4. */
function hashRevision6(password: Uint8Array, salt: Uint8Array, userHash: Uint8Array): Uint8Array {
  let key: Uint8Array = sha256(concat([password, salt, userHash]))
  for (let round = 1; ; round++) {
    const block = concat([password, key, userHash])
    const repeated = concat(Array.from({ length: 64 }, () => block))
    const vector = key.subarray(16, 32)
    const encrypted = cbc(key.subarray(0, 16), vector, { disablePadding: true }).encrypt(repeated)
    // 256 is 1 modulo 3, so the number's remainder is that of the sum of its bytes.
    const remainder = encrypted.subarray(0, 16).reduce((sum, byte) => sum + byte, 0) % 3
    key = ([sha256, sha384, sha512][remainder] ?? sha256)(encrypted)
    if (round >= 64 && (encrypted.at(-1) ?? 0) <= round - 32) return key.subarray(0, 32)
  }
}

/** Decrypts AES-CBC data that begins with its vector; undefined where the length cannot be such data's. */
export function decryptAes(key: Uint8Array, data: Uint8Array): Uint8Array | undefined {
  if (data.length === 0) return data
  if (data.length < 32 || data.length % 16 !== 0) return undefined
  const vector = data.slice(0, 16)
  const plain = cbc(key, vector, { disablePadding: true }).decrypt(data.slice(16))
  const padded = plain.at(-1) ?? 0
  return padded >= 1 && padded <= 16 ? plain.subarray(0, plain.length - padded) : plain
}

function pad(password: Uint8Array): Uint8Array {
  return concat([password, padding]).subarray(0, 32)
}

function xorEach(key: Uint8Array, value: number): Uint8Array {
  return key.map((byte) => byte ^ value)
}

function isEqual(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index])
}

/** ISO 32000-1, 7.6.3.3, algorithm 2, step a. */
const padding = Uint8Array.of(
  0x28,
  0xbf,
  0x4e,
  0x5e,
  0x4e,
  0x75,
  0x8a,
  0x41,
  0x64,
  0x00,
  0x4e,
  0x56,
  0xff,
  0xfa,
  0x01,
  0x08,
  0x2e,
  0x2e,
  0x00,
  0xb6,
  0xd0,
  0x68,
  0x3e,
  0x80,
  0x2f,
  0x0c,
  0xa9,
  0xfe,
  0x64,
  0x53,
  0x69,
  0x7a,
)
/** `adb` */
const permissionsMark = Uint8Array.of(0x61, 0x64, 0x62)
