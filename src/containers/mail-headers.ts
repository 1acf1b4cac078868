import { bytesOf, decoded, fromBase64, textOf } from './text.ts'

/** Longest value of a header that is looked at. */
const LONGEST = 4096

/** The headers of an e-mail or of a part, by their names in lower case; of several the first. */
export function headersOf(head: string): ReadonlyMap<string, string> {
  const headers = new Map<string, string>()
  for (const line of head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const colon = line.indexOf(':')
    const name = line.slice(0, Math.max(0, colon)).toLowerCase()
    if (!headers.has(name)) headers.set(name, line.slice(colon + 1, colon + LONGEST).trim())
  }
  return headers
}

/** A parameter of a header, also in pieces and with an encoding (RFC 2231); empty where there is none. */
export function parameter(header: string, wanted: string): string {
  const pieces = [
    ...header.matchAll(/;\s*([\w-]+)(?:\*(\d+))?(\*)?\s*=\s*(?:"([^"]*)"?|([^;\s]*))/g),
  ]
    .filter(([, name]) => name?.toLowerCase() === wanted)
    .map(([, , number = '0', isEncoded, inQuotes, plain = '']) => ({
      number: Number(number),
      isEncoded: isEncoded !== undefined,
      text: inQuotes ?? plain,
    }))
    .sort((a, b) => a.number - b.number)
  if (!pieces.some(({ isEncoded }) => isEncoded))
    return words(pieces.map(({ text }) => text).join(''))
  const encoded = pieces.filter(({ isEncoded }) => isEncoded)
  const [, encoding = 'utf-8', rest = ''] =
    /^([\w-]*)'[^']*'(.*)$/s.exec(encoded.map(({ text }) => text).join('')) ?? []
  return decoded(bytesOf(unescaped(rest, '%')), encoding || 'utf-8')
}

/** A text of a header with its encoded words (RFC 2047) as people read it. */
export function words(text: string): string {
  const plain = text.replace(
    /=\?([\w-]+)(?:\*[\w-]+)?\?([bq])\?([^?\s]*)\?=(?:\s+(?==\?))?/gi,
    (_, encoding: string, kind: string, written: string) => {
      const bytes =
        kind.toLowerCase() === 'b'
          ? fromBase64(written)
          : bytesOf(unescaped(written.replaceAll('_', ' '), '='))
      return decoded(bytes, encoding)
    },
  )
  // What has one character for each byte may be UTF-8 as it stands.
  return plain === text ? textOf(bytesOf(text)) : plain
}

function unescaped(text: string, sign: '%' | '='): string {
  return text.replace(new RegExp(`${sign}([0-9A-F]{2})`, 'gi'), (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  )
}
