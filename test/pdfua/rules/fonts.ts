import { PDFArray, PDFDict, PDFName, PDFStream } from 'pdf-lib'
import { textOf, type UsedFont } from '../file/content.ts'
import { name, type TaggedFile } from '../file/index.ts'
import { programWidths, saidWidths } from '../file/widths.ts'
import type { Rule } from '../rule.ts'

/** A line of a CMap that gives a code the text U+0000, U+FEFF or U+FFFE. */
const NO_CHARACTER =
  /^<\w+>[ \t]*(?:<\w+>[ \t]*)?<(?:\w{4})*?(?:0000|FEFF|FFFE)(?:\w{4})*>[ \t]*$/im

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
        const known = codesIn(dict)
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
        .filter((font) => NO_CHARACTER.test(cmapOf(font)))
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
        .filter(({ dict, codes }) => typeOf(dict) === 'Type0' && codes.has(0))
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

function descendantOf(font: PDFDict): PDFDict | undefined {
  return font.lookupMaybe(name('DescendantFonts'), PDFArray)?.lookupMaybe(0, PDFDict)
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

/** The codes that a font gives a meaning. */
function codesIn(font: PDFDict): Set<number> {
  const codes = new Set<number>()
  const cmap = cmapOf(font)
  for (const [, block = ''] of cmap.matchAll(/beginbfchar([\s\S]*?)endbfchar/g))
    for (const [, code = ''] of block.matchAll(/<(\w+)>\s*<\w+>/g))
      codes.add(Number.parseInt(code, 16))
  for (const [, block = ''] of cmap.matchAll(/beginbfrange([\s\S]*?)endbfrange/g))
    for (const [, low = '', high = ''] of block.matchAll(
      /<(\w+)>\s*<(\w+)>\s*(?:<\w+>|\[[^\]]*\])/g,
    ))
      for (let code = Number.parseInt(low, 16); code <= Number.parseInt(high, 16); code++)
        codes.add(code)
  return codes
}

function labelOf(font: PDFDict): string {
  return String(font.get(name('BaseFont')) ?? 'Type3').replace('/', '')
}
