import { createRequire } from 'node:module'
import { type CanvasRenderingContext2D, GlobalFonts } from '@napi-rs/canvas'
import type { Random } from '../support/random.ts'

const require = createRequire(import.meta.url)

/** Hands that write in block letters, neatly, quickly and slantingly. */
export const hands = ['Caveat', 'Indie Flower', 'Reenie Beanie', 'Homemade Apple'] as const
const files: Record<(typeof hands)[number], string> = {
  Caveat: require.resolve('@expo-google-fonts/caveat/400Regular/Caveat_400Regular.ttf'),
  'Indie Flower': require.resolve(
    '@expo-google-fonts/indie-flower/400Regular/IndieFlower_400Regular.ttf',
  ),
  'Reenie Beanie': require.resolve(
    '@expo-google-fonts/reenie-beanie/400Regular/ReenieBeanie_400Regular.ttf',
  ),
  'Homemade Apple': require.resolve(
    '@expo-google-fonts/homemade-apple/400Regular/HomemadeApple_400Regular.ttf',
  ),
}
for (const hand of hands) GlobalFonts.registerFromPath(files[hand], hand)

/** What people write with. */
export interface Pen {
  /** Millimetres. */
  readonly width: number
  readonly colour: string
  /** How much of the ink gets onto the paper, 0 to 1. */
  readonly flow: number
  /** Part of a stroke where none of it comes, 0 to 1. */
  readonly skips?: number
}

export const pens = {
  ballpoint: { width: 0.45, colour: '#1d2f7a', flow: 0.85 },
  black: { width: 0.5, colour: '#161616', flow: 0.95 },
  gel: { width: 0.7, colour: '#0b0b1e', flow: 1 },
  fineliner: { width: 0.35, colour: '#222222', flow: 0.9 },
  worn: { width: 0.4, colour: '#3a4a90', flow: 0.6 },
  marker: { width: 1, colour: '#111111', flow: 1 },
  'blue felt tip': { width: 0.9, colour: '#1f4fb5', flow: 0.9 },
  'blue ballpoint': { width: 0.35, colour: '#2a4bd0', flow: 0.75 },
  red: { width: 0.45, colour: '#c02030', flow: 0.85 },
  green: { width: 0.5, colour: '#1c7a3e', flow: 0.8 },
  pencil: { width: 0.5, colour: '#777777', flow: 0.55 },
  'hard pencil': { width: 0.4, colour: '#8c8c8c', flow: 0.6 },
  'dark pencil': { width: 0.6, colour: '#4a4a4a', flow: 0.8 },
  'dry ballpoint': { width: 0.4, colour: '#20306a', flow: 0.8, skips: 0.35 },
  highlighter: { width: 3.6, colour: '#f4ec3c', flow: 0.75 },
} as const satisfies Record<string, Pen>

/** A rectangle on the paper: millimetres, origin at its top left. */
export interface Box {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/** Draws on paper as a hand does: everything a little beside where it was meant. */
export class Hand {
  readonly #context: CanvasRenderingContext2D
  readonly #random: Random
  readonly #perMm: number
  readonly #pen: Pen

  constructor(context: CanvasRenderingContext2D, perMm: number, pen: Pen, random: Random) {
    this.#context = context
    this.#random = random
    this.#perMm = perMm
    this.#pen = pen
  }

  /** Between two bounds. */
  between(low: number, high: number): number {
    return low + (this.#random(10_000) / 10_000) * (high - low)
  }

  /** A tick so many times as large as its box, its corner so many millimetres beside the middle. */
  tick({ left, top, width, height }: Box, times = this.between(0.75, 1.35), off = 0.5): void {
    const size = times * Math.min(width, height)
    const [x, y] = [left + width / 2 + this.#off(off), top + height / 2 + this.#off(off)]
    this.#stroke([
      [x - 0.4 * size, y],
      [x - 0.1 * size, y + 0.38 * size],
      [x + this.between(0.4, 0.75) * size, y - this.between(0.45, 0.8) * size],
    ])
  }

  /** A tick of one curve that leans, with a long end. */
  hook({ left, top, width, height }: Box, times: number): void {
    const size = times * Math.min(width, height)
    const [x, y] = [left + width / 2 + this.#off(0.5), top + height / 2 + this.#off(0.5)]
    const [lean, end] = [this.between(0, 0.25), this.between(0.7, 1.3)]
    this.#stroke(
      [
        [-0.35, -0.12],
        [-0.22, 0.18],
        [-0.1 + lean / 2, 0.4],
        [0.02 + lean / 2, 0.28],
        [0.3 * end + lean, -0.25],
        [0.6 * end + lean, -0.62 * end],
      ].map(([right, down]): [number, number] => [x + right! * size, y + down! * size]),
    )
  }

  /** A cross so many times as large as its box. */
  cross({ left, top, width, height }: Box, times = this.between(0.55, 1.1)): void {
    const size = times * Math.min(width, height)
    const [x, y] = [left + width / 2 + this.#off(0.5), top + height / 2 + this.#off(0.5)]
    const half = size / 2
    this.#stroke([
      [x - half, y - half],
      [x + half, y + half],
    ])
    this.#stroke([
      [x + half, y - half],
      [x - half, y + half],
    ])
  }

  /** A line from one place to another: a slash, or what is struck out. */
  line(from: readonly [number, number], to: readonly [number, number]): void {
    this.#stroke([from, [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2 + this.#off(0.3)], to])
  }

  /** A scribble that fills a part of a box. */
  scribble({ left, top, width, height }: Box, part: number): void {
    const size = part * Math.min(width, height)
    const [x, y] = [left + width / 2, top + height / 2]
    const turns = 7
    this.#stroke(
      Array.from({ length: 2 * turns }, (_, index): [number, number] => [
        x + (index % 2 === 0 ? -0.5 : 0.5) * size + this.#off(0.2),
        y + (index / (2 * turns) - 0.5) * size + this.#off(0.2),
      ]),
    )
  }

  /** Blacks out what was marked. */
  blackOut(box: Box): void {
    for (let layer = 0; layer < 3; layer++) this.scribble(box, 1.15)
  }

  circle({ left, top, width, height }: Box, around: number): void {
    const [x, y] = [left + width / 2 + this.#off(0.5), top + height / 2 + this.#off(0.5)]
    const [a, b] = [width / 2 + around, height / 2 + around]
    const start = this.between(0, 2 * Math.PI)
    this.#stroke(
      Array.from({ length: 22 }, (_, index): [number, number] => {
        const angle = start + (index / 20) * 2 * Math.PI
        return [x + a * Math.cos(angle), y + b * Math.sin(angle)]
      }),
    )
  }

  /** Writes words into a box, cut to its width, or so many times as large and on beyond it. */
  write(
    text: string,
    { left, top, width, height }: Box,
    hand: (typeof hands)[number],
    times = 1,
  ): void {
    const context = this.#context
    const size = times * Math.min(this.between(4.5, 6.5), 1.1 * height)
    context.save()
    context.translate(
      (left + this.between(0.8, 3)) * this.#perMm,
      (top + Math.min(height, 8) * this.between(0.62, 0.95)) * this.#perMm,
    )
    context.rotate(this.between(-0.02, 0.02))
    context.font = `${size * this.#perMm}px "${hand}"`
    context.fillStyle = this.#pen.colour
    context.globalAlpha = this.#pen.flow
    const room = times > 1 ? Number.POSITIVE_INFINITY : (width - 2) * this.#perMm
    let shown = text
    while (shown.length > 1 && context.measureText(shown).width > room) shown = shown.slice(0, -1)
    context.fillText(shown, 0, 0)
    context.restore()
  }

  /** A name as nobody can read it. */
  sign({ left, top, width, height }: Box): void {
    const start = left + this.between(1, 0.2 * width)
    const wide = this.between(0.35, 0.7) * width
    const middle = top + 0.55 * height
    const points = 14
    this.#stroke(
      Array.from({ length: points }, (_, index): [number, number] => [
        start + (index / points) * wide + this.#off(1.5),
        middle + (index % 2 === 0 ? -1 : 1) * this.between(0.05, 0.38) * height,
      ]),
    )
  }

  #off(by: number): number {
    return this.between(-by, by)
  }

  /** A curve through points, of uneven width. */
  #stroke(points: readonly (readonly [number, number])[]): void {
    const context = this.#context
    context.save()
    context.strokeStyle = this.#pen.colour
    context.globalAlpha = this.#pen.flow
    context.lineCap = 'round'
    context.lineJoin = 'round'
    const at = points.map(([x, y]): [number, number] => [
      (x + this.#off(0.12)) * this.#perMm,
      (y + this.#off(0.12)) * this.#perMm,
    ])
    for (let index = 1; index < at.length; index++) {
      const [from, to] = [at[index - 1]!, at[index]!]
      context.lineWidth = this.#pen.width * this.between(0.8, 1.15) * this.#perMm
      context.beginPath()
      context.moveTo(...from)
      if (this.#pen.skips)
        context.setLineDash([1, this.#pen.skips].map((part) => part * this.#perMm))
      const bend = this.#off(0.25) * this.#perMm
      context.quadraticCurveTo((from[0] + to[0]) / 2 + bend, (from[1] + to[1]) / 2 + bend, ...to)
      context.stroke()
    }
    context.restore()
  }
}
