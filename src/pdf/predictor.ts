/** How samples were packed before compression (ISO 32000-1, table 8). */
export interface PredictorParameters {
  readonly predictor: number
  readonly colors: number
  readonly bitsPerComponent: number
  readonly columns: number
}

/** Undoes a PNG or TIFF predictor (7.4.4.4). A last row that is cut off is kept as far as it goes. */
export function undoPredictor(data: Uint8Array, parameters: PredictorParameters): Uint8Array {
  const { predictor, colors, bitsPerComponent, columns } = parameters
  const pixelBytes = Math.max(1, (colors * bitsPerComponent + 7) >> 3)
  const rowBytes = Math.ceil((columns * colors * bitsPerComponent) / 8)
  if (predictor < 2 || rowBytes < 1) return data
  if (predictor === 2) return bitsPerComponent === 8 ? undoTiff(data, rowBytes, colors) : data
  return undoPng(data, rowBytes, pixelBytes)
}

function undoTiff(data: Uint8Array, rowBytes: number, colors: number): Uint8Array {
  const out = data.slice()
  for (let at = 0; at < out.length; at++) {
    if (at % rowBytes >= colors) out[at] = (out[at] ?? 0) + (out[at - colors] ?? 0)
  }
  return out
}

function undoPng(data: Uint8Array, rowBytes: number, pixelBytes: number): Uint8Array {
  const out = new Uint8Array(data.length - Math.ceil(data.length / (rowBytes + 1)))
  let from = 0
  for (let row = 0; row < out.length; row += rowBytes) {
    const filter = data[from++] ?? 0
    const end = Math.min(row + rowBytes, out.length)
    for (let at = row; at < end; at++) {
      const left = at - row >= pixelBytes ? (out[at - pixelBytes] ?? 0) : 0
      const up = row > 0 ? (out[at - rowBytes] ?? 0) : 0
      const upLeft = row > 0 && at - row >= pixelBytes ? (out[at - rowBytes - pixelBytes] ?? 0) : 0
      out[at] = (data[from++] ?? 0) + predict(filter, left, up, upLeft)
    }
  }
  return out
}

function predict(filter: number, left: number, up: number, upLeft: number): number {
  if (filter === 0) return 0
  if (filter === 1) return left
  if (filter === 2) return up
  if (filter === 3) return (left + up) >> 1
  return filter === 4 ? paeth(left, up, upLeft) : 0
}

/** PNG specification, 9.4. */
function paeth(left: number, up: number, upLeft: number): number {
  const estimate = left + up - upLeft
  const toLeft = Math.abs(estimate - left)
  const toUp = Math.abs(estimate - up)
  const toUpLeft = Math.abs(estimate - upLeft)
  if (toLeft <= toUp && toLeft <= toUpLeft) return left
  return toUp <= toUpLeft ? up : upLeft
}
