import { decodePDFRawStream, PDFDict, type PDFPage, PDFRawStream } from 'pdf-lib'
import { readToUnicode } from '../font/read-to-unicode.ts'
import { name } from '../objects.ts'
import { latin1, operators } from './operators.ts'
import { contentOf } from './page-content.ts'

/** Reads the codes of a string that a font shows. */
type Decode = (string: Buffer) => string

/** The text of each marked-content sequence of a page, by its id. Line ends are spaces. */
export function textsOf(page: PDFPage): Map<number, string> {
  const content = contentOf(page)
  const decoders = new Map<string, Decode>()
  const texts = new Map<number, string>()
  const open: (number | undefined)[] = []
  let decode: Decode = () => ''
  let line: string | undefined

  for (const operator of operators(content)) {
    const operands = () => latin1(content, operator.start, operator.at)
    const add = (text: string) => {
      const mcid = open.findLast((id) => id !== undefined)
      if (mcid !== undefined) texts.set(mcid, (texts.get(mcid) ?? '') + text)
    }
    if (operator.name === 'BDC' || operator.name === 'BMC') open.push(mcidOf(operands()))
    else if (operator.name === 'EMC') open.pop()
    else if (operator.name === 'Tf') {
      const font = /\/(\S+)/.exec(operands())?.[1] ?? ''
      decode = decoders.get(font) ?? decoderOf(page, font)
      decoders.set(font, decode)
    } else if (operator.name === 'Tm') {
      const baseline = operands().trim().split(/\s+/).at(-1)
      if (line !== undefined && line !== baseline) add(' ')
      line = baseline
    } else if (operator.name === 'Tj' || operator.name === 'TJ') {
      for (const string of stringsIn(operands())) add(decode(string))
    }
  }
  return texts
}

/** The strings of an operator, as bytes. Parentheses within strings are escaped, as Chromium writes them. */
export function stringsIn(operands: string): Buffer[] {
  return [...operands.matchAll(/<([0-9A-Fa-f]*)>|\(((?:\\.|[^\\)])*)\)/gs)].map(
    ([, hex, literal]) => (hex === undefined ? unescaped(literal ?? '') : Buffer.from(hex, 'hex')),
  )
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }

function unescaped(literal: string): Buffer {
  const text = literal.replace(/\\([0-7]{1,3}|.)/gs, (_, code: string) =>
    /\d/.test(code) ? String.fromCharCode(Number.parseInt(code, 8)) : (ESCAPES[code] ?? code),
  )
  return Buffer.from(text, 'latin1')
}

function mcidOf(operands: string): number | undefined {
  const id = /\/MCID\s+(\d+)/.exec(operands)?.[1]
  return id === undefined ? undefined : Number(id)
}

function decoderOf(page: PDFPage, fontName: string): Decode {
  const font = page.node
    .lookupMaybe(name('Resources'), PDFDict)
    ?.lookupMaybe(name('Font'), PDFDict)
    ?.lookupMaybe(name(fontName), PDFDict)
  const stream = font?.lookup(name('ToUnicode'))
  if (!(stream instanceof PDFRawStream)) return () => ''
  const cmap = Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1')
  const texts = readToUnicode(cmap)
  const bytes = font?.get(name('Subtype')) === name('Type0') ? 2 : 1
  return (string) =>
    Array.from({ length: string.length / bytes }, (_, index) =>
      texts.get(string.readUIntBE(index * bytes, bytes)),
    ).join('')
}
