import { PDFDict, PDFName, PDFStream } from 'pdf-lib'
import { textOf, type UsedFont } from '../file/content.ts'
import { name, type TaggedFile } from '../file/index.ts'
import { descendantOf, glyphsOf, programWidths, saidWidths } from '../file/widths.ts'
import type { Rule } from '../rule.ts'

/** Fonts that travel with the file and say what their glyphs mean (7.21). */
export const fontRules = {
  'font-embedded': {
    source: '7.21.4.1',
    check: (file) =>
      allFonts(file)
        .filter((font) => typeOf(font) !== 'Type3' && !programOf(font))
        .map(labelOf),
  },
  'font-unicode': {
    source: '7.21.7',
    *check({ fonts }) {
      for (const { dict, codes } of fonts) {
        const known = meaningsOf(dict)
        // Code 0 is no character at all: see `font-notdef`.
        const unknown = [...codes].filter((code) => code !== 0 && !known.has(code))
        if (unknown.length > 0) yield `${labelOf(dict)}, codes ${unknown.join(' ')}`
      }
    },
  },
  'font-unicode-value': {
    source: '7.21.7',
    check: (file) =>
      allFonts(file)
        .filter((font) =>
          ['\0', '\uFEFF', '\uFFFE'].some((none) =>
            [...meaningsOf(font).values()].join('').includes(none),
          ),
        )
        .map(labelOf),
  },
  'font-width': {
    source: '7.21.5',
    *check({ fonts }) {
      for (const { dict, codes } of fonts) {
        const descendant = descendantOf(dict)
        const program = descendant && programWidths(descendant)
        if (!program) continue
        const said = saidWidths(descendant)
        const wrong = [...codes].filter((code) => Math.abs(program(code) - said(code)) > 1)
        if (wrong.length > 0) yield `${labelOf(dict)}, codes ${wrong.join(' ')}`
      }
    },
  },
  'font-unicode-blocks': {
    source: 'Adobe TN 5014, 1.4.1',
    check: (file) =>
      allFonts(file)
        .filter((font) =>
          [...cmapOf(font).matchAll(/(\d+)\s+beginbf(char|range)/g)].some(
            ([, count]) => Number(count) > 100,
          ),
        )
        .map(labelOf),
  },
  'font-glyph-map': {
    source: '7.21.3.2',
    check: (file) =>
      allFonts(file)
        .filter((font) => typeOf(font) === 'Type0')
        .filter((font) => !descendantOf(font)?.has(name('CIDToGIDMap')))
        .map(labelOf),
  },
  'font-notdef': {
    source: '7.21.8',
    check: ({ fonts }) =>
      fonts
        .filter(({ dict, codes }) => {
          const descendant = typeOf(dict) === 'Type0' ? descendantOf(dict) : undefined
          return descendant && [...codes].map(glyphsOf(descendant)).includes(0)
        })
        .map(({ dict }) => labelOf(dict)),
  },
} satisfies Record<string, Rule>

/** The fonts that text is shown in, and the one that programs write typed values with. */
function allFonts({ fonts, form, fields }: TaggedFile): PDFDict[] {
  const resources = form?.lookupMaybe(name('DR'), PDFDict)?.lookupMaybe(name('Font'), PDFDict)
  const defaults = fields.map(({ dict }) => /\/(\S+)/.exec(String(dict.lookup(name('DA'))))?.[1])
  const forTyping = [...new Set(defaults)]
    // Buttons are drawn, and their font is only there for programs that draw them anew.
    .filter((font) => font !== undefined && font !== 'ZaDb')
    .map((font) => resources?.lookup(name(font ?? '')))
    .filter((font) => font instanceof PDFDict)
  return [...new Set([...fonts.map(({ dict }: UsedFont) => dict), ...forTyping])]
}

function typeOf(font: PDFDict): string | undefined {
  return font.lookupMaybe(name('Subtype'), PDFName)?.decodeText()
}

function programOf(font: PDFDict): boolean {
  const descriptor = (descendantOf(font) ?? font).lookupMaybe(name('FontDescriptor'), PDFDict)
  return ['FontFile', 'FontFile2', 'FontFile3'].some(
    (key) => descriptor?.lookup(name(key)) instanceof PDFStream,
  )
}

function cmapOf(font: PDFDict): string {
  return textOf(font.lookup(name('ToUnicode')))
}

/** The texts that a font gives its codes. */
export function meaningsOf(font: PDFDict): Map<number, string> {
  const meanings = new Map<number, string>()
  const cmap = cmapOf(font)
  for (const [, block = ''] of cmap.matchAll(/beginbfchar([\s\S]*?)endbfchar/g))
    for (const [, code = '', text = ''] of block.matchAll(/<(\w+)>\s*<(\w+)>/g))
      meanings.set(Number.parseInt(code, 16), fromUtf16(text))
  for (const [, block = ''] of cmap.matchAll(/beginbfrange([\s\S]*?)endbfrange/g))
    for (const [, low = '', high = '', text = ''] of block.matchAll(
      /<(\w+)>\s*<(\w+)>\s*(?:<(\w+)>|\[[^\]]*\])/g,
    )) {
      const first = Number.parseInt(low, 16)
      for (let code = first; code <= Number.parseInt(high, 16); code++)
        meanings.set(code, countUp(fromUtf16(text), code - first))
    }
  return meanings
}

function fromUtf16(hex: string): string {
  return Buffer.from(hex, 'hex').swap16().toString('utf16le')
}

function countUp(text: string, steps: number): string {
  return text.slice(0, -1) + String.fromCharCode(text.charCodeAt(text.length - 1) + steps)
}

function labelOf(font: PDFDict): string {
  return String(font.get(name('BaseFont')) ?? 'Type3').replace('/', '')
}
