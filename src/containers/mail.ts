import { latin1 } from '../pdf/bytes.ts'
import type { Bounds } from './bounds.ts'
import { asItStands, type Inner } from './inner.ts'
import { headersOf, parameter, words } from './mail-headers.ts'
import { bytesOf, fromBase64 } from './text.ts'

/** Parts in parts of one e-mail; e-mails in it count by themselves. */
const DEEPEST = 10
/** Longest list of headers of a part. */
const LONGEST_HEAD = 65_536
const MOST_MESSAGES = 1000

/** Lists the files that are attached to an e-mail (RFC 5322 and 2045), and the e-mails. */
export function mailAttachments(bytes: Uint8Array, bounds: Bounds): Generator<Inner> {
  // Apple Mail begins its files with the number of bytes.
  return partsOf(latin1(bytes).replace(/^\d+\s*\n/, ''), bounds, 0)
}

/** Lists the e-mails of a mailbox (RFC 4155), by their subjects. */
export function* mailboxMessages(bytes: Uint8Array): Generator<Inner> {
  const text = latin1(bytes)
  let start = text.startsWith('From ') ? 0 : -1
  for (let count = 0; start !== -1 && count < MOST_MESSAGES; count++) {
    const next = text.indexOf('\nFrom ', start)
    const begin = text.indexOf('\n', start) + 1
    const message = text.slice(begin, next === -1 ? undefined : next)
    yield asItStands(subjectOf(message), bytesOf(message))
    start = next === -1 ? -1 : next + 1
  }
}

function* partsOf(part: string, bounds: Bounds, depth: number): Generator<Inner> {
  const { headers, body } = split(part)
  const type = headers.get('content-type') ?? 'text/plain'
  const boundary = /^multipart\//i.test(type) && parameter(type, 'boundary')
  if (boundary && depth < DEEPEST) {
    for (const inner of between(body, boundary, bounds)) yield* partsOf(inner, bounds, depth + 1)
    return
  }
  const encoding = (headers.get('content-transfer-encoding') ?? '').trim().toLowerCase()
  const read: Inner['read'] = (most) =>
    bounds.takesBytes(Math.min(body.length, most ?? body.length))
      ? decodedBody(body, encoding, most)
      : undefined
  if (/^message\/rfc822/i.test(type)) yield { name: subjectOf(body), read }
  else {
    const name =
      parameter(headers.get('content-disposition') ?? '', 'filename') || parameter(type, 'name')
    if (name !== '' || !/^(?:text|multipart)\//i.test(type)) yield { name, read }
    else yield* written(body)
  }
}

/** The files that stand in the text of an e-mail of old, of which the names are enough. */
function* written(body: string): Generator<Inner> {
  for (const [, name = ''] of body.matchAll(/^begin(?:-base64)? [0-7]{3} ([^\r\n]{1,200})/gm))
    yield { name, read: () => undefined }
}

function split(part: string): { headers: ReadonlyMap<string, string>; body: string } {
  if (/^\r?\n/.test(part)) return { headers: new Map(), body: part }
  const end = part.slice(0, LONGEST_HEAD).search(/\r?\n\r?\n/)
  return end === -1
    ? { headers: headersOf(part.slice(0, LONGEST_HEAD)), body: '' }
    : { headers: headersOf(part.slice(0, end)), body: part.slice(end) }
}

/** The parts between lines with the boundary. */
function* between(body: string, boundary: string, bounds: Bounds): Generator<string> {
  const line = `\n--${boundary}`
  let at = body.indexOf(line)
  while (at !== -1 && bounds.takesFile()) {
    const begin = body.indexOf('\n', at + line.length) + 1
    const next = body.indexOf(line, at + line.length)
    if (begin === 0 || body.startsWith('--', at + line.length)) return
    yield body.slice(begin, next === -1 ? undefined : next)
    at = next
  }
}

function decodedBody(body: string, encoding: string, most?: number): Uint8Array {
  const text = body.replace(/^(?:\r?\n){1,2}/, '')
  if (encoding === 'base64') return fromBase64(text, most)
  const beginning = most === undefined ? text : text.slice(0, most)
  if (encoding !== 'quoted-printable') return bytesOf(beginning)
  return bytesOf(
    beginning
      .replace(/=[ \t]{0,10}\r?\n/g, '')
      .replace(/=([0-9A-F]{2})/gi, (_, hex: string) =>
        String.fromCharCode(Number.parseInt(hex, 16)),
      ),
  )
}

function subjectOf(message: string): string {
  return words(split(message.replace(/^(?:\r?\n)+/, '')).headers.get('subject') ?? '')
}
