/** The text of each code of a simple font; undefined where there is none. */
export type Encoding = readonly (string | undefined)[]

/** The base encodings by their names in PDF (ISO 32000-1, annex D). */
export const encodings: ReadonlyMap<string, Encoding> = new Map([
  ['StandardEncoding', standard()],
  ['WinAnsiEncoding', decoded('windows-1252')],
  ['MacRomanEncoding', decoded('macintosh')],
])

const dingbatExceptions = new Map([
  [0x25, '☎'],
  [0x2a, '☛'],
  [0x2b, '☞'],
  [0x48, '★'],
  [0x6c, '●'],
  [0x6e, '■'],
  [0x73, '▲'],
  [0x74, '▼'],
  [0x75, '◆'],
  [0x77, '◗'],
])

/** The built-in encoding of the font ZapfDingbats, in which check marks are often set (annex D.6). */
export const dingbats: Encoding = Array.from({ length: 256 }, (_, code) => {
  if (code < 0x21 || code > 0x7e) return undefined
  return dingbatExceptions.get(code) ?? String.fromCharCode(0x2700 + code - 0x20)
})

function decoded(label: 'windows-1252' | 'macintosh'): Encoding {
  const text = new TextDecoder(label).decode(Uint8Array.from({ length: 256 }, (_, code) => code))
  return Array.from(text, (character) => (/\p{Cc}/u.test(character) ? undefined : character))
}

function standard(): Encoding {
  const encoding = decoded('windows-1252').map((text, code) => (code < 0x7f ? text : undefined))
  encoding[0x27] = '’'
  encoding[0x60] = '‘'
  const from = (start: number, characters: string) =>
    Array.from(characters).forEach((character, index) => {
      encoding[start + index] = character === '\0' ? undefined : character
    })
  from(0xa1, "¡¢£⁄¥ƒ§¤'“«‹›ﬁﬂ\0–†‡·\0¶•‚„”»…‰\0¿\0`´ˆ˜¯˘˙¨\0˚¸\0˝˛ˇ—")
  from(0xe1, 'Æ\0ª\0\0\0\0ŁØŒº\0\0\0\0\0æ\0\0\0ı\0\0łøœß')
  return encoding
}
