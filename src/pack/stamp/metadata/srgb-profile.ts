const HEADER = 128
const ENTRY = 12
/** The D50 white point of the profile connection space (ICC.1:2010, 7.2.16). */
const d50 = [0.9642, 1, 0.8249] as const

/** Red, green and blue of IEC 61966-2-1 and the adaptation from D65, by the Bradford method to D50. */
const red = [0.43607, 0.22249, 0.01392] as const
const green = [0.38515, 0.71687, 0.09708] as const
const blue = [0.14307, 0.06061, 0.7141] as const
const adaptation = [
  1.04788, 0.02292, -0.0502, 0.02959, 0.99048, -0.01706, -0.00923, 0.01508, 0.75168,
] as const

/** Exponent and coefficients of the curve of IEC 61966-2-1: (ax + b)^g from d on, cx below. */
const srgbCurve = [2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045] as const

/** A minimal ICC profile of the colour space sRGB, version 4.2, for displays. Always the same bytes. */
export function srgbProfile(): Uint8Array {
  const curve = parametricCurve(srgbCurve)
  const tags: [string, Buffer][] = [
    ['desc', localisedText('sRGB')],
    ['cprt', localisedText('No copyright, use freely')],
    ['wtpt', xyz(d50)],
    ['chad', fixedNumbers('sf32', adaptation)],
    ['rXYZ', xyz(red)],
    ['gXYZ', xyz(green)],
    ['bXYZ', xyz(blue)],
    ['rTRC', curve],
    ['gTRC', curve],
    ['bTRC', curve],
  ]
  const data = [...new Set(tags.map(([, bytes]) => bytes))]
  const start = HEADER + 4 + ENTRY * tags.length
  const offset = (bytes: Buffer) =>
    data.slice(0, data.indexOf(bytes)).reduce((sum, { length }) => sum + length, start)
  const table = tags.map(([signature, bytes]) =>
    Buffer.concat([Buffer.from(signature), uint32(offset(bytes)), uint32(bytes.length)]),
  )
  const body = Buffer.concat([uint32(tags.length), ...table, ...data])
  return new Uint8Array(Buffer.concat([header(HEADER + body.length), body]))
}

/** ICC.1:2010, 7.2. The date is the one of the specification's correction, so that it never changes. */
function header(size: number): Buffer {
  const bytes = Buffer.alloc(HEADER)
  bytes.writeUInt32BE(size, 0)
  bytes.writeUInt32BE(0x04200000, 8)
  bytes.write('mntrRGB XYZ ', 12, 'ascii')
  for (const [index, part] of [2000, 1, 1].entries()) bytes.writeUInt16BE(part, 24 + 2 * index)
  bytes.write('acsp', 36, 'ascii')
  fixed(d50).copy(bytes, 68)
  return bytes
}

function xyz(values: readonly number[]): Buffer {
  return fixedNumbers('XYZ ', values)
}

function parametricCurve(parameters: readonly number[]): Buffer {
  // Function type 3 (ICC.1:2010, 10.16).
  return Buffer.concat([Buffer.from('para\0\0\0\0\0\x03\0\0', 'latin1'), fixed(parameters)])
}

function localisedText(text: string): Buffer {
  const units = Buffer.from(text, 'utf16le').swap16()
  const record = [uint32(1), uint32(12), Buffer.from('enUS'), uint32(units.length), uint32(28)]
  const padding = Buffer.alloc((4 - (units.length % 4)) % 4)
  return Buffer.concat([Buffer.from('mluc\0\0\0\0', 'latin1'), ...record, units, padding])
}

function fixedNumbers(type: string, values: readonly number[]): Buffer {
  return Buffer.concat([Buffer.from(`${type}\0\0\0\0`, 'latin1'), fixed(values)])
}

/** Numbers with 16 bits after the point. */
function fixed(values: readonly number[]): Buffer {
  return Buffer.concat(values.map((value) => uint32(Math.round(value * 0x10000) >>> 0)))
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value)
  return bytes
}
