import type { PictureKind } from '../../containers/index.ts'
import { type PictureLimits, pictureLimits } from './pictures.ts'

/**
 * A picture as the only page of a PDF, which is then read like any scan; undefined where it is damaged or has more pixels than the
 * limits allow.
 */
export async function pdfOfPicture(
  bytes: Uint8Array,
  kind: PictureKind,
  limits: PictureLimits = pictureLimits,
): Promise<Uint8Array | undefined> {
  const size = kind === 'PNG' ? sizeOfPng(bytes) : sizeOfJpeg(bytes)
  if (!size || size.width * size.height > limits.pixels) return undefined
  try {
    const { PDFDocument } = await import('pdf-lib')
    const pdf = await PDFDocument.create()
    const image = kind === 'PNG' ? await pdf.embedPng(bytes) : await pdf.embedJpg(bytes)
    const { width, height } = image
    pdf.addPage([width, height]).drawImage(image, { x: 0, y: 0, width, height })
    return await pdf.save()
  } catch {
    return undefined
  }
}

interface Pixels {
  readonly width: number
  readonly height: number
}

/** In the first chunk of a PNG (RFC 2083, 4.1.1). */
function sizeOfPng(bytes: Uint8Array): Pixels | undefined {
  if (bytes.length < 24) return undefined
  const view = new DataView(bytes.buffer, bytes.byteOffset)
  return { width: view.getUint32(16), height: view.getUint32(20) }
}

/** In the frame header of a JPEG (ITU-T T.81, B.2.2). */
function sizeOfJpeg(bytes: Uint8Array): Pixels | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  for (let at = 2; at + 9 < bytes.length; ) {
    if (view.getUint8(at) !== 0xff) return undefined
    const marker = view.getUint8(at + 1)
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (isFrame) return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) }
    at += marker === 0xff ? 1 : 2 + view.getUint16(at + 2)
  }
  return undefined
}
