export type PictureKind = 'JPEG' | 'PNG'

/** Whether a file is a picture that can be read, by how it begins. */
export function pictureKind(bytes: Uint8Array): PictureKind | undefined {
  return beginsWith(bytes, [0xff, 0xd8, 0xff])
    ? 'JPEG'
    : beginsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
      ? 'PNG'
      : undefined
}

function beginsWith(bytes: Uint8Array, wanted: readonly number[]): boolean {
  return wanted.every((byte, index) => bytes[index] === byte)
}
