/** How dark print is on a picture: copies and scanners make gray words darker, blur makes the rims of letters wider. */
export interface Tone {
  /** By how dark the form is, 0 to 255: how dark the picture is there, on average. */
  readonly of: Float32Array
  /** How much darker or paler all print of the picture is than that of the form. */
  readonly gain: number
}

/** What is printed on a page: where, how dark on the form, and how dark on the picture. */
interface Print {
  readonly width: number
  readonly height: number
  readonly mask: Uint8Array
  /** Gray of the form, a little blurred. */
  readonly soft: Uint8Array
  readonly dark: Uint8Array
}

/** Side of a tile, 7 mm. */
const TILE = 55
/** Sum of darkness from which a tile tells: 20 mm of a line of letters. */
const SOME_PRINT = 20_000
/** Part of its darkness that must be there, or it was torn off. */
const THERE = 0.25
/** Degrees of darkness that are looked at together, and pixels of them that are enough to tell. */
const [STEP, ENOUGH] = [8, 200]

/** Of all tiles with some print, how dark each degree of it is; and of the middle one, how dark all of it. */
export function toneOf(page: Print): Tone {
  const tiles = tilesOf(page).filter(({ form, seen }) => form > SOME_PRINT && seen > THERE * form)
  const steps = 256 / STEP
  const [sums, counts] = [new Float64Array(steps), new Uint32Array(steps)]
  for (const tile of tiles)
    for (let step = 0; step < steps; step++) {
      sums[step]! += tile.sums[step]!
      counts[step]! += tile.counts[step]!
    }
  const [form, seen] = [
    sumOf(tiles.map((tile) => tile.form)),
    sumOf(tiles.map((tile) => tile.seen)),
  ]
  const mean = form === 0 ? 1 : seen / form
  const shape = Float32Array.from({ length: 256 }, (_, darkness) => {
    const step = Math.floor(darkness / STEP)
    return counts[step]! < ENOUGH ? mean * darkness : sums[step]! / counts[step]!
  })
  const middle = middleOf(
    tiles.map(
      (tile) =>
        tile.seen /
        sumOf([...tile.counts].map((count, step) => count * shape[step * STEP + STEP / 2]!)),
    ),
  )
  return { of: shape.map((darkness) => darkness * middle), gain: mean * middle }
}

interface Tile {
  /** Sums of darkness, on the form and on the picture. */
  readonly form: number
  readonly seen: number
  /** Of each degree of darkness: the sum on the picture, and how many pixels. */
  readonly sums: Float64Array
  readonly counts: Uint32Array
}

function tilesOf({ width, height, mask, soft, dark }: Print): Tile[] {
  const tiles: Tile[] = []
  for (let top = 0; top + TILE <= height; top += TILE)
    for (let left = 0; left + TILE <= width; left += TILE) {
      const [sums, counts] = [new Float64Array(256 / STEP), new Uint32Array(256 / STEP)]
      let [form, seen] = [0, 0]
      for (let y = top; y < top + TILE; y += 2)
        for (let x = left, at = y * width + x; x < left + TILE; x++, at++) {
          if (!mask[at]) continue
          const step = Math.floor((255 - soft[at]!) / STEP)
          form += 255 - soft[at]!
          seen += dark[at]!
          sums[step]! += dark[at]!
          counts[step]! += 1
        }
      tiles.push({ form, seen, sums, counts })
    }
  return tiles
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0)
}

function middleOf(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? 1
}
