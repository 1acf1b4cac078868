import { realpath, stat } from 'node:fs/promises'
import { isAbsolute, relative, resolve, sep } from 'node:path'
import { readBytesMaybe } from '../../files/regular-file.ts'
import { notePlace } from '../../files/seen.ts'
import { bytesOfWebp, pixelsOf } from './picture-size.ts'
import { NotPlain, plainDrawing } from './plain-drawing.ts'

type PictureType = 'png' | 'jpg' | 'webp' | 'svg'

/** A picture that has been looked at: a drawing has nothing active in it. */
export interface PictureFile {
  readonly type: PictureType
  readonly bytes: Uint8Array
}

/** What a picture is, and how large it may be. */
export interface PictureWords {
  /** `logo` or `picture`. */
  readonly what: string
  /** What it lies beside: `the configuration` or `the document`. */
  readonly beside: string
  readonly maxBytes: number
}

/** A browser needs four bytes for each. */
const MAX_PIXELS = 40_000_000

const PICTURE = 'expected a PNG, JPEG, WebP or SVG picture'

/** The picture at a path in a folder, or the sentence that says why it cannot be used. */
export async function readPictureFile(
  folder: string,
  path: string,
  { what, beside, maxBytes }: PictureWords,
): Promise<PictureFile | string> {
  if (/^[a-z][a-z\d+.-]*:/i.test(path))
    return `Unexpected address \`${path.slice(0, 80)}\`, expected a file beside ${beside}; download the picture`
  if (/\p{Cc}/u.test(path))
    return `The ${what} \`${path.replace(/\p{Cc}/gu, '�')}\` is not there, ${PICTURE} at this path`
  const place = resolve(folder, path)
  notePlace(place)
  const inside = relative(await realpath(folder), await realpath(place).catch(() => place))
  if (inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside))
    return `Unexpected path \`${path}\`, expected a file beside ${beside} or in a folder there`
  if (await isFolder(place)) return `Unexpected folder \`${path}\`, ${PICTURE} at this path`
  const bytes = await readBytesMaybe(place, { within: folder })
  if (!bytes) return `The ${what} \`${path}\` is not there, ${PICTURE} at this path`
  if (bytes.length > maxBytes)
    return `Unexpected size of \`${path}\`, expected at most ${maxBytes / 1_000_000} MB`
  const type = typeOf(bytes)
  if (!type) return `Unexpected content of \`${path}\`, ${PICTURE}`
  if (isCutShort(bytes, type)) return `The picture \`${path}\` is not whole; copy it again`
  if (type !== 'svg' && pixelsOf(bytes, type) > MAX_PIXELS)
    return `Unexpected size of \`${path}\`, expected at most ${MAX_PIXELS / 1_000_000} million pixels`
  const picture = type === 'svg' ? drawingIn(bytes) : bytes
  if (typeof picture === 'string')
    return `Unexpected ${picture} in \`${path}\`, expected a plain drawing; save it as plain SVG, or as PNG`
  return { type, bytes: picture }
}

/** The drawing with nothing active in it, or what is in it that cannot be. */
function drawingIn(bytes: Uint8Array): Uint8Array | string {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return new TextEncoder().encode(plainDrawing(text))
  } catch (error) {
    if (error instanceof NotPlain) return error.message
    if (error instanceof TypeError) return 'text that is not UTF-8'
    throw error
  }
}

async function isFolder(path: string): Promise<boolean> {
  const status = await stat(path).catch(() => undefined)
  return status?.isDirectory() ?? false
}

/** What the last bytes of a picture hold, in Latin-1: the chunk `IEND`, the marker EOI, the end tag. */
const endings = { png: 'IEND', jpg: '\xff\xd9', svg: '</svg' } as const

/** True for a picture of which a download or a copy took only the beginning; programs may add something at the end. */
function isCutShort(bytes: Uint8Array, type: PictureType): boolean {
  if (type === 'webp') return bytes.length < bytesOfWebp(bytes)
  return !Buffer.from(bytes).includes(endings[type], 'latin1')
}

/** The type by what the file begins with, whatever it is called. */
function typeOf(bytes: Uint8Array): PictureType | undefined {
  const start = Buffer.from(bytes.subarray(0, 12)).toString('latin1')
  if (start.startsWith('\x89PNG\r\n\x1a\n')) return 'png'
  if (start.startsWith('\xff\xd8\xff')) return 'jpg'
  if (/^RIFF.{4}WEBP/s.test(start)) return 'webp'
  const text = new TextDecoder().decode(bytes).trimStart()
  return text.startsWith('<') && /<(?:\w{1,20}:)?svg[\s>]/.test(text) ? 'svg' : undefined
}
