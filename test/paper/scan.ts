import { type Canvas, createCanvas } from '@napi-rs/canvas'
import { PDFDocument } from 'pdf-lib'
import { randomOf } from '../support/random.ts'
import { PRINT_DPI } from './completed.ts'

/** How paper becomes a picture. */
export interface Scanner {
  readonly name: string
  /** Dots per inch on the paper; of a photograph about so many. */
  readonly dpi: number
  readonly depth: 'colour' | 'gray' | 'bilevel'
  /** Quality of JPEG, 0 to 100; a PNG otherwise. */
  readonly jpeg?: number
  /** Degrees by which the sheet lies askew. */
  readonly skew?: number
  /** Quarter turns. */
  readonly turns?: 0 | 1 | 2 | 3
  /** How much darker the paper is on one side, 0 to 1. */
  readonly shadow?: number
  /** Of a printer or copier that makes gray of dots. */
  readonly halftone?: boolean
  /** Standard deviation of noise, in grays. */
  readonly noise?: number
  /** Taken by hand: how much the far edge is shorter, 0 to 1, and how far the sheet curls, in mm. */
  readonly photo?: { readonly keystone: number; readonly curl: number }
  /** How much lighter everything is than it should be, 0 to 1. */
  readonly pale?: number
}

export const scanners: readonly Scanner[] = [
  { name: 'gray 300 dpi', dpi: 300, depth: 'gray', jpeg: 75, noise: 3 },
  { name: 'gray 200 dpi', dpi: 200, depth: 'gray', jpeg: 75, noise: 3, skew: 0.6 },
  { name: 'colour 200 dpi, JPEG 40', dpi: 200, depth: 'colour', jpeg: 40, noise: 3, skew: -1.2 },
  { name: 'gray 150 dpi', dpi: 150, depth: 'gray', jpeg: 60, noise: 4, skew: 0.8 },
  { name: 'gray 100 dpi', dpi: 101, depth: 'gray', jpeg: 60, noise: 3, skew: -0.5 },
  { name: 'askew by 4°', dpi: 200, depth: 'gray', jpeg: 60, noise: 3, skew: 4 },
  { name: 'upside down', dpi: 200, depth: 'gray', jpeg: 60, noise: 3, skew: 0.5, turns: 2 },
  { name: 'shadow', dpi: 200, depth: 'gray', jpeg: 60, noise: 4, skew: 1, shadow: 0.45 },
  { name: 'halftone', dpi: 200, depth: 'gray', jpeg: 60, noise: 3, skew: 0.4, halftone: true },
  { name: 'pale', dpi: 200, depth: 'gray', jpeg: 70, noise: 3, skew: 0.4, pale: 0.35 },
  {
    name: 'phone',
    dpi: 200,
    depth: 'colour',
    jpeg: 70,
    noise: 5,
    skew: 2,
    shadow: 0.25,
    photo: { keystone: 0.06, curl: 0 },
  },
  {
    name: 'phone, askew and curled',
    dpi: 180,
    depth: 'colour',
    jpeg: 60,
    noise: 6,
    skew: -6,
    turns: 1,
    shadow: 0.35,
    photo: { keystone: 0.12, curl: 2.5 },
  },
  { name: 'black and white 200 dpi', dpi: 200, depth: 'bilevel', skew: 0.5 },
  { name: 'gray 75 dpi', dpi: 75, depth: 'gray', jpeg: 70, noise: 3, skew: 0.5 },
]

/** A picture of a sheet, PNG or JPEG. */
export interface Shot {
  readonly bytes: Uint8Array
  readonly type: 'png' | 'jpeg'
  readonly width: number
  readonly height: number
  readonly dpi: number
}

/** Takes a picture of a sheet of paper, otherwise for each seed. */
export async function scan(sheet: Canvas, scanner: Scanner, seed: number): Promise<Shot> {
  const { dpi, depth, jpeg, skew = 0, turns = 0, photo, noise = 0, pale = 0, halftone } = scanner
  const random = randomOf(seed)
  const share = (): number => random(100_000) / 100_000
  const source = lightness(sheet, halftone ?? false)
  const [paperWide, paperHigh] = [sheet.width, sheet.height]
  const rim = photo ? 0.06 : 0
  const scale = dpi / PRINT_DPI
  const wide = Math.round(paperWide * scale * (1 + 2 * rim))
  const high = Math.round(paperHigh * scale * (1 + 2 * rim))
  const angle = (skew * (0.7 + 0.6 * share()) * Math.PI) / 180
  const [sine, cosine] = [Math.sin(angle), Math.cos(angle)]
  const side = share() * 2 * Math.PI
  const data = new Uint8ClampedArray(4 * wide * high)
  const samples = scale < 0.5 ? 3 : 2
  const curl = photo ? (photo.curl / 25.4) * PRINT_DPI : 0
  const keystone = photo?.keystone ?? 0
  const desk = photo ? 78 : 250
  for (let y = 0; y < high; y++)
    for (let x = 0; x < wide; x++) {
      let sum = 0
      for (let sub = 0; sub < samples * samples; sub++) {
        // From the middle of the sheet, in its widths and heights.
        const down =
          ((y + (Math.floor(sub / samples) + 0.5) / samples) / high - 0.5) * (1 + 2 * rim)
        const across = ((x + ((sub % samples) + 0.5) / samples) / wide - 0.5) * (1 + 2 * rim)
        const far = 1 + keystone * down
        const [u, v] = [across / far, down / far]
        let px = u * paperWide * cosine + v * paperHigh * sine
        let py = v * paperHigh * cosine - u * paperWide * sine
        if (curl > 0) {
          py += curl * Math.sin((px / paperWide + 0.5) * Math.PI)
          px += 0.4 * curl * Math.sin((py / paperHigh + 0.5) * Math.PI * 1.5)
        }
        const sx = Math.floor(px + paperWide / 2)
        const sy = Math.floor(py + paperHigh / 2)
        const isPaper = sx >= 0 && sy >= 0 && sx < paperWide && sy < paperHigh
        sum += isPaper ? source[sy * paperWide + sx]! : desk
      }
      const value = sum / (samples * samples)
      const grain = noise === 0 ? 0 : gauss(share) * noise
      const lit = light(scanner, x / wide, y / high, side)
      const gray = (value + (255 - value) * pale) * 0.97 * lit + grain
      const at = 4 * (y * wide + x)
      if (depth === 'bilevel') data.fill(gray < 150 ? 0 : 255, at, at + 3)
      else {
        const warmth = depth === 'colour' ? 5 : 0
        data[at] = gray + warmth
        data[at + 1] = gray
        data[at + 2] = gray - warmth
      }
      data[at + 3] = 255
    }
  const canvas = turned(data, wide, high, turns)
  const bytes = jpeg === undefined ? await canvas.encode('png') : await canvas.encode('jpeg', jpeg)
  return {
    bytes: new Uint8Array(bytes),
    type: jpeg === undefined ? 'png' : 'jpeg',
    width: canvas.width,
    height: canvas.height,
    dpi,
  }
}

/** The grays of a sheet, as a printer makes them. */
function lightness(sheet: Canvas, halftone: boolean): Uint8Array {
  const { width, height } = sheet
  const { data } = sheet.getContext('2d').getImageData(0, 0, width, height)
  const gray = new Uint8Array(width * height)
  for (let index = 0, at = 0; index < gray.length; index++, at += 4) {
    const value = 0.299 * data[at]! + 0.587 * data[at + 1]! + 0.114 * data[at + 2]!
    gray[index] = halftone ? dotted(value, index % width, Math.floor(index / width)) : value
  }
  return gray
}

/** Screen of a printer: dots of 45°, 106 lines to the inch, for what is neither black nor white. */
function dotted(value: number, x: number, y: number): number {
  if (value > 250 || value < 60) return value
  const [a, b] = [(x + y) / 4, (x - y) / 4]
  const threshold = 127 + 63 * (Math.cos(a * Math.PI) + Math.cos(b * Math.PI))
  return value > threshold ? 255 : 30
}

function light({ shadow = 0, photo }: Scanner, x: number, y: number, side: number): number {
  const across = (x - 0.5) * Math.cos(side) + (y - 0.5) * Math.sin(side)
  const even = 1 - shadow * (0.5 + across)
  // The rim of what somebody's head keeps the light from.
  const head = photo ? 1 / (1 + Math.exp((across - 0.15) * 25)) : 0
  return even * (1 - 0.5 * shadow * head)
}

function gauss(share: () => number): number {
  return share() + share() + share() + share() - 2
}

function turned(data: Uint8ClampedArray, width: number, height: number, turns: number): Canvas {
  const canvas = createCanvas(width, height)
  const context = canvas.getContext('2d')
  const image = context.createImageData(width, height)
  image.data.set(data)
  context.putImageData(image, 0, 0)
  if (turns === 0) return canvas
  const [wide, high] = turns % 2 === 0 ? [width, height] : [height, width]
  const other = createCanvas(wide, high)
  const onto = other.getContext('2d')
  onto.translate(wide / 2, high / 2)
  onto.rotate((turns * Math.PI) / 2)
  onto.drawImage(canvas, -width / 2, -height / 2)
  return other
}

/** A PDF of pictures as scanners make it, with a page of its size for each. */
export async function pdfOf(shots: readonly Shot[]): Promise<Uint8Array> {
  const pdf = await PDFDocument.create()
  for (const { bytes, type, width, height, dpi } of shots) {
    const image = type === 'png' ? await pdf.embedPng(bytes) : await pdf.embedJpg(bytes)
    const size: [number, number] = [(width / dpi) * 72, (height / dpi) * 72]
    pdf.addPage(size).drawImage(image, { x: 0, y: 0, width: size[0], height: size[1] })
  }
  return pdf.save()
}
