/** RC4; the same call encrypts and decrypts. Only for reading old files: the cipher is broken. */
export function rc4(key: Uint8Array, data: Uint8Array): Uint8Array {
  const state = keySchedule(key)
  const out = new Uint8Array(data.length)
  let i = 0
  let j = 0
  for (let at = 0; at < data.length; at++) {
    i = (i + 1) & 0xff
    const a = state[i] ?? 0
    j = (j + a) & 0xff
    const b = state[j] ?? 0
    state[i] = b
    state[j] = a
    out[at] = (data[at] ?? 0) ^ (state[(a + b) & 0xff] ?? 0)
  }
  return out
}

function keySchedule(key: Uint8Array): Uint8Array {
  const state = Uint8Array.from({ length: 256 }, (_, index) => index)
  let j = 0
  for (let i = 0; i < 256; i++) {
    const a = state[i] ?? 0
    j = (j + a + (key[i % key.length] ?? 0)) & 0xff
    state[i] = state[j] ?? 0
    state[j] = a
  }
  return state
}
