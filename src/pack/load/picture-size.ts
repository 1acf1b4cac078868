/** How many pixels a picture has; NaN where it does not say. */
export function pixelsOf(bytes: Uint8Array, type: 'png' | 'jpg'): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return type === 'png' ? pixelsOfPng(view) : pixelsOfJpeg(view)
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
