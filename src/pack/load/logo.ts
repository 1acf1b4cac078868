import { realpath, stat } from 'node:fs/promises'
import { dirname, isAbsolute, relative, resolve, sep } from 'node:path'
import type { VFile } from 'vfile'
import type { LoadedConfig } from '../../configuration/config.ts'
import { readBytesMaybe } from '../../files/regular-file.ts'
import { report } from '../../messages/message.ts'
import type { Asset } from '../../model/project.ts'
import { NotPlain, plainDrawing } from './plain-drawing.ts'

/** A logo stands on every page; larger ones are photographs by mistake. */
const MAX_BYTES = 2_000_000

const PICTURE = 'expected a PNG, JPEG or SVG picture'

/** Reads the logo that the configuration names; faults become messages at its name. */
export async function readLogo(
  { config, json }: LoadedConfig,
  configPath: string,
  file: VFile,
): Promise<Asset | undefined> {
  const { logo } = config.organisation
  if (logo === undefined) return undefined
  const found = await readInside(dirname(configPath), logo)
  if (typeof found !== 'string') return found
  report(file, 'config-value', found, json.locateValue(['organisation', 'logo']))
  return undefined
}

/** The logo, or the sentence that says why it cannot be used. */
async function readInside(folder: string, logo: string): Promise<Asset | string> {
  if (/^https?:/i.test(logo))
    return `Unexpected address \`${logo}\`, expected a file beside the configuration; download the picture`
  const path = resolve(folder, logo)
  const inside = relative(await realpath(folder), await realpath(path).catch(() => path))
  if (inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside))
    return `Unexpected path \`${logo}\`, expected a file beside the configuration or in a folder there`
  if (await isFolder(path)) return `Unexpected folder \`${logo}\`, ${PICTURE} at this path`
  const bytes = await readBytesMaybe(path, { within: folder })
  if (!bytes) return `The logo \`${logo}\` is not there, ${PICTURE} at this path`
  if (bytes.length > MAX_BYTES)
    return `Unexpected size of \`${logo}\`, expected at most ${MAX_BYTES / 1_000_000} MB`
  const type = typeOf(bytes)
  if (!type) return `Unexpected content of \`${logo}\`, ${PICTURE}`
  if (isCutShort(bytes, type)) return `The picture \`${logo}\` is not whole; copy it again`
  const picture = type === 'svg' ? drawingIn(bytes) : bytes
  if (typeof picture === 'string')
    return `Unexpected ${picture} in \`${logo}\`, expected a plain drawing; save it as plain SVG, or as PNG`
  return { path: `assets/logo.${type}`, bytes: picture }
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
function isCutShort(bytes: Uint8Array, type: keyof typeof endings): boolean {
  return !Buffer.from(bytes).includes(endings[type], 'latin1')
}

/** The type by what the file begins with, whatever it is called. */
function typeOf(bytes: Uint8Array): 'png' | 'jpg' | 'svg' | undefined {
  const start = Buffer.from(bytes.subarray(0, 8)).toString('hex')
  if (start === '89504e470d0a1a0a') return 'png'
  if (start.startsWith('ffd8ff')) return 'jpg'
  const text = new TextDecoder().decode(bytes).trimStart()
  return text.startsWith('<') && /<(?:\w{1,20}:)?svg[\s>]/.test(text) ? 'svg' : undefined
}
