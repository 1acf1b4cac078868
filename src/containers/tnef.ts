import { asItStands, type Inner } from './inner.ts'
import { littleEndian } from './number.ts'
import { textOf, upToZero } from './text.ts'

/** Attributes of an attachment ([MS-OXTNEF], 2.1.3.3). */
const BEGINNING = 0x9002
const TITLE = 0x8010
const DATA = 0x800f

/** Lists the attachments of a `winmail.dat` (TNEF), in which Outlook sends them to others. */
export function* tnefAttachments(bytes: Uint8Array): Generator<Inner> {
  let name = ''
  let data: Uint8Array | undefined
  for (let at = 6; at + 9 <= bytes.length; ) {
    const attribute = littleEndian(bytes, at + 1, 2)
    const length = littleEndian(bytes, at + 5, 4)
    const value = bytes.subarray(at + 9, at + 9 + length)
    if (attribute === BEGINNING) {
      if (data) yield asItStands(name, data)
      name = ''
      data = undefined
    }
    if (attribute === TITLE) name = textOf(upToZero(value))
    if (attribute === DATA) data = value
    at += 9 + length + 2
  }
  if (data) yield asItStands(name, data)
}
