/** Reads whole numbers, lowest byte first; 0 behind the end, which every reader takes for nothing. */
export function littleEndian(bytes: Uint8Array, at: number, count: 1 | 2 | 4): number {
  let value = 0
  for (let i = count - 1; i >= 0; i--) value = value * 256 + (bytes[at + i] ?? 0)
  return value
}
