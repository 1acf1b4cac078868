import { latin1 } from '../pdf/bytes.ts'
import { asItStands, type Inner } from './inner.ts'
import { textOf, upToZero } from './text.ts'

const BLOCK = 512

/** Lists the files of a tar archive (POSIX.1-1988 ustar), also those with long names of GNU tar and pax. */
export function* tarFiles(bytes: Uint8Array): Generator<Inner> {
  let longName = ''
  for (let at = 0; at + BLOCK <= bytes.length; ) {
    const header = bytes.subarray(at, at + BLOCK)
    const size = Number.parseInt(latin1(header, 124, 136), 8) || 0
    const content = bytes.subarray(at + BLOCK, at + BLOCK + size)
    const type = String.fromCharCode(header[156] ?? 0)
    const name = longName || textOf(upToZero(header.subarray(0, 100)))
    longName = ''
    if (type === 'L') longName = textOf(upToZero(content))
    else if (type === 'x')
      longName = /\d path=(.*)/.exec(textOf(content.subarray(0, 4096)))?.[1] ?? ''
    else if ((type === '0' || type === '\0') && name !== '') yield asItStands(name, content)
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK
  }
}
