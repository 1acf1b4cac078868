/** How many pixels a picture has; NaN where it does not say. */
export function pixelsOf(bytes: Uint8Array, type: keyof typeof readers): number {
  return readers[type](new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength))
}

const readers = { png: pixelsOfPng, jpg: pixelsOfJpeg, webp: pixelsOfWebp }

/** How long a WebP file is by what it says at its beginning (RFC 9649, 2.4). */
export function bytesOfWebp(bytes: Uint8Array): number {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(4, true) + 8
}

/** The first chunk, IHDR, has width and height at its beginning (PNG, 11.2.2). */
function pixelsOfPng(view: DataView): number {
  return view.byteLength < 24 ? Number.NaN : view.getUint32(16) * view.getUint32(20)
}

/** The segment of a start of frame, SOF0 to SOF15, has them after its length and precision (ITU-T T.81, B.2.2). */
function pixelsOfJpeg(view: DataView): number {
  for (let at = 2; at + 9 < view.byteLength; ) {
    const marker = view.getUint16(at)
    // Any number of bytes 0xff may stand before a marker.
    if (marker === 0xffff) at += 1
    else if (marker < 0xff01) return Number.NaN
    else if (isStartOfFrame(marker & 0xff)) return view.getUint16(at + 5) * view.getUint16(at + 7)
    else at += 2 + view.getUint16(at + 2)
  }
  return Number.NaN
}

/** Those between that are none: a table of Huffman codes, an extension, and one of arithmetic coding. */
function isStartOfFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
}

/** The first chunk tells of which kind the file is: extended, lossless or lossy (RFC 9649, 2.5 to 2.7; RFC 6386, 9.1). */
function pixelsOfWebp(view: DataView): number {
  if (view.byteLength < 30) return Number.NaN
  const kind = String.fromCharCode(...[12, 13, 14, 15].map((at) => view.getUint8(at)))
  const bits = view.getUint32(21, true)
  if (kind === 'VP8X') return (uint24(view, 24) + 1) * (uint24(view, 27) + 1)
  if (kind === 'VP8L') return ((bits & 0x3fff) + 1) * (((bits >>> 14) & 0x3fff) + 1)
  if (kind === 'VP8 ')
    return (view.getUint16(26, true) & 0x3fff) * (view.getUint16(28, true) & 0x3fff)
  return Number.NaN
}

function uint24(view: DataView, at: number): number {
  return view.getUint16(at, true) + view.getUint8(at + 2) * 65_536
}
