import { concat, utf16 } from '../pdf/bytes.ts'
import type { Bounds } from './bounds.ts'
import type { Inner } from './inner.ts'
import { littleEndian } from './number.ts'

/** Numbers from here on are marks, not sectors ([MS-CFB], 2.1). */
const LAST_SECTOR = 0xfffffff9
const ROOT = 0
const ENTRY = 128

/** Lists the streams of a compound file ([MS-CFB]); their names are paths with `/` between the storages. */
export function* compoundStreams(bytes: Uint8Array, bounds: Bounds): Generator<Inner> {
  const file = openCompound(bytes)
  const seen = new Set<number>()
  const waiting = [{ number: entryAt(file, ROOT).child, path: '' }]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { number, path } = next
    if (seen.has(number) || (number + 1) * ENTRY > file.directory.length) continue
    seen.add(number)
    const { name, isStream, left, right, child, start, size } = entryAt(file, number)
    waiting.push({ number: right, path }, { number: left, path })
    if (!isStream) waiting.push({ number: child, path: `${path}${name}/` })
    else
      yield {
        name: `${path}${name}`,
        read: (most = size) => {
          const wanted = Math.min(size, most, bytes.length)
          return bounds.takesBytes(wanted) ? readStream(file, start, size, wanted) : undefined
        },
      }
  }
}

interface Compound {
  readonly bytes: Uint8Array
  readonly sectorSize: number
  /** Where the parts of the list of sectors lie. */
  readonly tables: readonly number[]
  readonly directory: Uint8Array
}

function openCompound(bytes: Uint8Array): Compound {
  const sectorSize = littleEndian(bytes, 30, 2) === 12 ? 4096 : 512
  const empty = { bytes, sectorSize, tables: tablesOf(bytes, sectorSize), directory: bytes }
  const first = littleEndian(bytes, 48, 4)
  return { ...empty, directory: readSectors(empty, first, bytes.length) }
}

/** The first 109 are named in the header, the others in sectors of their own, which name each other. */
function tablesOf(bytes: Uint8Array, sectorSize: number): number[] {
  const most = Math.min(littleEndian(bytes, 44, 4), Math.ceil(bytes.length / sectorSize))
  const tables = numbersAt(bytes, 76, Math.min(most, 109))
  let more = littleEndian(bytes, 68, 4)
  while (tables.length < most && more <= LAST_SECTOR) {
    const at = (more + 1) * sectorSize
    tables.push(...numbersAt(bytes, at, Math.min(most - tables.length, sectorSize / 4 - 1)))
    more = littleEndian(bytes, at + sectorSize - 4, 4)
  }
  return tables
}

function numbersAt(bytes: Uint8Array, at: number, count: number): number[] {
  return Array.from({ length: count }, (_, index) => littleEndian(bytes, at + index * 4, 4))
}

function entryAt({ directory }: Compound, number: number) {
  const at = number * ENTRY
  const length = Math.min(32, Math.max(0, littleEndian(directory, at + 64, 2) / 2 - 1))
  const units = Uint16Array.from({ length }, (_, index) =>
    littleEndian(directory, at + index * 2, 2),
  )
  return {
    name: utf16(units),
    isStream: directory[at + 66] === 2,
    left: littleEndian(directory, at + 68, 4),
    right: littleEndian(directory, at + 72, 4),
    child: littleEndian(directory, at + 76, 4),
    start: littleEndian(directory, at + 116, 4),
    size: littleEndian(directory, at + 120, 4),
  }
}

/** Short streams lie in small sectors of a stream of their own, which the root leads to. */
function readStream(file: Compound, start: number, size: number, wanted: number): Uint8Array {
  const { bytes } = file
  if (size >= littleEndian(bytes, 56, 4)) return readSectors(file, start, wanted)
  const root = entryAt(file, ROOT)
  const small = readSectors(file, root.start, Math.min(root.size, bytes.length))
  const table = readSectors(file, littleEndian(bytes, 60, 4), bytes.length)
  const pieces: Uint8Array[] = []
  let sector = start
  for (let length = 0; length < wanted && sector * 64 < small.length; length += 64) {
    pieces.push(small.subarray(sector * 64, sector * 64 + 64))
    sector = littleEndian(table, sector * 4, 4)
  }
  return concat(pieces).subarray(0, wanted)
}

function readSectors(file: Compound, start: number, wanted: number): Uint8Array {
  const { bytes, sectorSize, tables } = file
  const pieces: Uint8Array[] = []
  let sector = start
  for (let length = 0; length < wanted && sector <= LAST_SECTOR; length += sectorSize) {
    const at = (sector + 1) * sectorSize
    if (at >= bytes.length) break
    pieces.push(bytes.subarray(at, at + sectorSize))
    const table = tables[Math.floor(sector / (sectorSize / 4))]
    if (table === undefined) break
    sector = littleEndian(bytes, (table + 1) * sectorSize + (sector % (sectorSize / 4)) * 4, 4)
  }
  return concat(pieces).subarray(0, wanted)
}
