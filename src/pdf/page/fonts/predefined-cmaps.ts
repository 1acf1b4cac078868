/** How strings are cut and read whose codes belong to a character set of East Asia (ISO 32000-1, table 118). */
export interface CharacterSet {
  /** Length in bytes of the character that begins with this byte. */
  codeLength(firstByte: number): number
  /** The text of the bytes of one character. */
  text(bytes: Uint8Array): string | undefined
}

/** The character set of a predefined CMap; undefined for the identity and for names that are not known. */
export function predefinedCharacterSet(cmapName: string): CharacterSet | undefined {
  const [, label] = labels.find(([name]) => name.test(cmapName)) ?? []
  if (label === undefined) return undefined
  const decoder = new TextDecoder(label, { ignoreBOM: true })
  return {
    codeLength: (byte) => (label === 'utf-16be' || isLead(byte, label) ? 2 : 1),
    text: (bytes) => decoder.decode(bytes),
  }
}

const labels = [
  [/^Uni.*-(UCS2|UTF16)-/, 'utf-16be'],
  [/^(GB|GBpc|GBK|GBKp)-EUC-|^GBK2K-/, 'gb18030'],
  [/^(B5pc|HKscs-B5|ETen-B5|ETenms-B5)-/, 'big5'],
  [/-RKSJ-/, 'shift_jis'],
  [/^EUC-/, 'euc-jp'],
  [/^KSC/, 'euc-kr'],
] as const

/** Bytes from 80 on begin a pair, but for the half-width katakana of Shift JIS. */
function isLead(byte: number, label: string): boolean {
  const isKatakana = label === 'shift_jis' && byte >= 0xa0 && byte <= 0xdf
  return byte > 0x80 && !isKatakana
}
