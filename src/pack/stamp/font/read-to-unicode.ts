/**
 * Reads a ToUnicode CMap (ISO 32000-1, 9.10.3): the text of each code. Only what Chromium writes: codes of one length,
 * ranges that count upwards.
 */
export function readToUnicode(cmap: string): Map<number, string> {
  const texts = new Map<number, string>()
  for (const [, block = ''] of cmap.matchAll(/beginbfchar(.*?)endbfchar/gs)) {
    for (const [, code = '', text = ''] of block.matchAll(/<(\w+)>\s*<(\w+)>/g))
      texts.set(Number.parseInt(code, 16), fromUtf16(text))
  }
  for (const [, block = ''] of cmap.matchAll(/beginbfrange(.*?)endbfrange/gs)) {
    for (const [, low = '', high = '', text = ''] of block.matchAll(
      /<(\w+)>\s*<(\w+)>\s*<(\w+)>/g,
    )) {
      const first = Number.parseInt(low, 16)
      for (let code = first; code <= Number.parseInt(high, 16); code++)
        texts.set(code, countUp(fromUtf16(text), code - first))
    }
  }
  return texts
}

function fromUtf16(hex: string): string {
  return Buffer.from(hex, 'hex').swap16().toString('utf16le')
}

function countUp(text: string, steps: number): string {
  const last = text.length - 1
  return text.slice(0, last) + String.fromCharCode(text.charCodeAt(last) + steps)
}
