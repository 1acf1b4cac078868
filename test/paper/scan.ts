import { type Canvas, createCanvas, type SKRSContext2D } from '@napi-rs/canvas'
import { PDFDocument } from 'pdf-lib'
import { type Random, randomOf } from '../support/random.ts'
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
  /** Millimetres over which edges are smeared. */
  readonly blur?: number
  /** Grays that the scanner takes for black and for white, and all beyond them. */
  readonly levels?: readonly [black: number, white: number]
  /** Millimetres by which the sheet lies beside its place, and how much longer it becomes, as by rollers. */
  readonly shift?: number
  readonly stretch?: number
  /** Folded twice as for an envelope, specks to a sheet, and lines all down the sheet from dirt on the glass. */
  readonly folds?: boolean
  readonly specks?: number
  readonly streaks?: number
  /** How dark the print of the other side shines through, 0 to 1. */
  readonly bleed?: number
  /** Red, green and blue of the paper, 0 to 255. */
  readonly paper?: readonly [number, number, number]
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
  {
    name: 'phone, blurred',
    dpi: 170,
    depth: 'colour',
    jpeg: 75,
    noise: 4,
    skew: 3,
    blur: 0.25,
    shadow: 0.2,
    photo: { keystone: 0.08, curl: 1 },
  },
  { name: 'on its side', dpi: 150, depth: 'gray', jpeg: 70, noise: 3, skew: 1, turns: 1 },
  { name: 'folded', dpi: 200, depth: 'gray', jpeg: 70, noise: 3, skew: 0.7, folds: true },
  { name: 'dirty', dpi: 200, depth: 'gray', jpeg: 70, noise: 4, specks: 120, streaks: 2 },
  { name: 'shines through', dpi: 200, depth: 'gray', jpeg: 70, noise: 3, skew: 0.4, bleed: 0.16 },
  { name: 'hard contrast', dpi: 200, depth: 'gray', jpeg: 70, noise: 3, levels: [60, 205] },
  { name: 'blurred', dpi: 200, depth: 'gray', jpeg: 60, noise: 3, skew: -0.8, blur: 0.22 },
  { name: 'shifted and stretched', dpi: 200, depth: 'gray', noise: 2, shift: 6, stretch: 0.012 },
  {
    name: 'coloured paper',
    dpi: 200,
    depth: 'colour',
    jpeg: 70,
    noise: 3,
    skew: 0.5,
    paper: [250, 236, 170],
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
  const {
    dpi,
    depth,
    jpeg,
    skew = 0,
    turns = 0,
    photo,
    noise = 0,
    shift = 0,
    stretch = 0,
  } = scanner
  const random = randomOf(seed)
  const share = (): number => random(100_000) / 100_000
  const source = spoilt(sheet, scanner, random)
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
  const pixels = PRINT_DPI / 25.4
  const curl = (photo?.curl ?? 0) * pixels
  const keystone = photo?.keystone ?? 0
  const desk = photo ? 78 : 250
  const [shiftX, shiftY] = [0, 0].map(() => (2 * share() - 1) * shift * pixels) as [number, number]
  const channels = source.length
  const sums = new Float64Array(channels)
  for (let y = 0; y < high; y++)
    for (let x = 0; x < wide; x++) {
      sums.fill(0)
      for (let sub = 0; sub < samples * samples; sub++) {
        // From the middle of the sheet, in its widths and heights.
        const down =
          ((y + (Math.floor(sub / samples) + 0.5) / samples) / high - 0.5) * (1 + 2 * rim)
        const across = ((x + ((sub % samples) + 0.5) / samples) / wide - 0.5) * (1 + 2 * rim)
        const far = 1 + keystone * down
        const [u, v] = [across / far, down / far / (1 + stretch)]
        let px = u * paperWide * cosine + v * paperHigh * sine + shiftX
        let py = v * paperHigh * cosine - u * paperWide * sine + shiftY
        if (curl > 0) {
          py += curl * Math.sin((px / paperWide + 0.5) * Math.PI)
          px += 0.4 * curl * Math.sin((py / paperHigh + 0.5) * Math.PI * 1.5)
        }
        const sx = Math.floor(px + paperWide / 2)
        const sy = Math.floor(py + paperHigh / 2)
        const isPaper = sx >= 0 && sy >= 0 && sx < paperWide && sy < paperHigh
        for (let channel = 0; channel < channels; channel++)
          sums[channel]! += isPaper ? source[channel]![sy * paperWide + sx]! : desk
      }
      const lit = light(scanner, x / wide, y / high, side)
      const grain = noise === 0 ? 0 : gauss(share) * noise
      const at = 4 * (y * wide + x)
      for (let channel = 0; channel < 3; channel++) {
        const value = (sums[channel % channels]! / samples ** 2) * 0.97 * lit
        data[at + channel] = depth === 'colour' ? value + grain + 5 * (1 - channel) : value + grain
      }
      if (depth === 'bilevel') data.fill(data[at]! < 150 ? 0 : 255, at, at + 3)
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

/** A sheet as it lies on the glass, and as the scanner sees it there: one channel, or red, green and blue. */
function spoilt(sheet: Canvas, scanner: Scanner, random: Random): Uint8ClampedArray[] {
  const { depth, halftone, pale = 0, levels = [0, 255], blur = 0, paper, bleed = 0 } = scanner
  const { width, height } = sheet
  const worn = createCanvas(width, height)
  const context = worn.getContext('2d')
  if (blur > 0) context.filter = `blur(${(blur / 25.4) * PRINT_DPI}px)`
  context.drawImage(sheet, 0, 0)
  context.filter = 'none'
  if (bleed > 0) {
    context.globalCompositeOperation = 'multiply'
    context.globalAlpha = bleed
    context.translate(width, 0)
    context.scale(-1, 1)
    context.filter = 'blur(3px)'
    context.drawImage(sheet, 0, 0, width, height, 0, 12, width, height)
    context.resetTransform()
    context.filter = 'none'
    context.globalCompositeOperation = 'source-over'
    context.globalAlpha = 1
  }
  dirty(context, scanner, random)
  const { data } = context.getImageData(0, 0, width, height)
  const weights =
    depth === 'colour'
      ? [
          [1, 0, 0],
          [0, 1, 0],
          [0, 0, 1],
        ]
      : [[0.299, 0.587, 0.114]]
  const [black, white] = levels
  return weights.map(([red = 0, green = 0, blue = 0], channel) => {
    const values = new Uint8ClampedArray(width * height)
    for (let index = 0, at = 0; index < values.length; index++, at += 4) {
      let value = red * data[at]! + green * data[at + 1]! + blue * data[at + 2]!
      if (halftone) value = dotted(value, index % width, Math.floor(index / width))
      value += (255 - value) * pale
      if (paper) value = (value * paper[channel]!) / 255
      values[index] = (255 * (value - black)) / (white - black)
    }
    return values
  })
}

/** What a sheet and the glass have of folds, specks and lines. */
function dirty(
  context: SKRSContext2D,
  { folds, specks = 0, streaks = 0 }: Scanner,
  random: Random,
): void {
  const { width, height } = context.canvas
  const between = (low: number, high: number): number => low + (random(10_000) / 1e4) * (high - low)
  if (folds)
    for (const part of [0.334, 0.667]) {
      const y = height * (part + between(-0.01, 0.01))
      const shade = context.createLinearGradient(0, y - 50, 0, y + 50)
      for (const [at, dark] of [
        [0, 0],
        [0.45, 0.22],
        [0.5, 0.5],
        [0.55, 0.1],
        [1, 0],
      ] as const)
        shade.addColorStop(at, `rgba(60, 60, 60, ${dark})`)
      context.fillStyle = shade
      context.fillRect(0, y - 50, width, 100)
    }
  context.fillStyle = '#333'
  for (let speck = 0; speck < specks; speck++) {
    context.beginPath()
    context.arc(random(width), random(height), between(1, 4), 0, 7)
    context.fill()
  }
  context.fillStyle = 'rgba(70, 70, 70, 0.6)'
  for (let streak = 0; streak < streaks; streak++) context.fillRect(random(width), 0, 3, height)
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
