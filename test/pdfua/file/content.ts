import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFName,
  type PDFPage,
  PDFRawStream,
  PDFStream,
} from 'pdf-lib'
import { bytesOf, type Operator, operatorsOf } from './tokens.ts'

/** One thing that a content stream shows, and what it is marked as. */
interface Shown {
  readonly kind: 'text' | 'path' | 'picture'
  readonly tagged: boolean
  readonly artifact: boolean
}

/** A marked-content sequence, with what it stands in. */
interface Sequence {
  readonly tag: string
  readonly mcid: number | undefined
  readonly insideTagged: boolean
  readonly insideArtifact: boolean
}

/** What one operator shows of tagged text. */
interface TextRun {
  readonly mcid: number
  readonly font: PDFDict
  readonly codes: readonly number[]
  /** Where its line stands, as the content stream says it. */
  readonly line: string
}

/** A font with the codes that are shown in it, one character a byte. */
export interface UsedFont {
  readonly dict: PDFDict
  readonly codes: Set<number>
}

/** What the content of a page or an appearance holds. */
export interface Content {
  readonly shown: Shown[]
  readonly runs: TextRun[]
  readonly sequences: Sequence[]
  readonly fonts: Map<PDFDict, UsedFont>
}

const PAINTS = new Set(['f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'S', 's', 'sh'])

/** Reads the content of a page and of the forms it draws. */
export function readPage(page: PDFPage): Content {
  const contents = page.node.Contents()
  const parts = contents instanceof PDFArray ? contents.asArray() : [contents]
  const text = parts.map((part) => textOf(page.node.context.lookup(part))).join('\n')
  return readContent(text, page.node.lookupMaybe(PDFName.of('Resources'), PDFDict))
}

/** Reads the content of an appearance. */
export function readAppearance(stream: PDFStream): Content {
  return readContent(textOf(stream), stream.dict.lookupMaybe(PDFName.of('Resources'), PDFDict))
}

/** The decoded bytes of a stream, one character a byte. */
export function textOf(stream: unknown): string {
  if (stream instanceof PDFRawStream)
    return Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1')
  return stream instanceof PDFStream ? Buffer.from(stream.getContents()).toString('latin1') : ''
}

function readContent(
  text: string,
  resources: PDFDict | undefined,
  into: Content = { shown: [], runs: [], sequences: [], fonts: new Map() },
  outer: readonly Sequence[] = [],
): Content {
  const open = [...outer]
  let font: UsedFont | undefined
  let line = ''
  const tagged = () => open.some(({ mcid }) => mcid !== undefined)
  const artifact = () => open.some(({ tag }) => tag === 'Artifact')
  const show = (kind: Shown['kind']) =>
    into.shown.push({ kind, tagged: tagged(), artifact: artifact() })

  for (const operator of operatorsOf(text)) {
    const { name, operands } = operator
    if (name === 'BMC' || name === 'BDC') {
      const sequence = {
        tag: operands[0]?.slice(1) ?? '',
        mcid: mcidOf(operator),
        insideTagged: tagged(),
        insideArtifact: artifact(),
      }
      into.sequences.push(sequence)
      open.push(sequence)
    } else if (name === 'EMC') open.pop()
    else if (name === 'Tf') font = useFont(into, resources, operands[0] ?? '')
    else if (name === 'Tm') line = operands[5] ?? ''
    else if (/^(Tj|TJ|'|")$/.test(name)) {
      show('text')
      const strings = operands.filter((operand) => /^[(<]/.test(operand))
      const codes = strings.flatMap((string) => codesOf(font, string))
      for (const code of codes) font?.codes.add(code)
      const mcid = open.findLast((sequence) => sequence.mcid !== undefined)?.mcid
      if (font && mcid !== undefined) into.runs.push({ mcid, font: font.dict, codes, line })
    } else if (PAINTS.has(name)) show('path')
    else if (name === 'Do') {
      const object = resourceOf(resources, 'XObject', operands[0] ?? '')
      const isForm =
        object instanceof PDFStream &&
        object.dict.lookup(PDFName.of('Subtype')) === PDFName.of('Form')
      if (isForm) {
        const own = object.dict.lookupMaybe(PDFName.of('Resources'), PDFDict)
        readContent(textOf(object), own ?? resources, into, open)
      } else show('picture')
    }
  }
  return into
}

function useFont(
  into: Content,
  resources: PDFDict | undefined,
  name: string,
): UsedFont | undefined {
  const dict = resourceOf(resources, 'Font', name)
  if (!(dict instanceof PDFDict)) return undefined
  const known = into.fonts.get(dict) ?? { dict, codes: new Set() }
  into.fonts.set(dict, known)
  return known
}

function codesOf(font: UsedFont | undefined, token: string): number[] {
  const bytes = Buffer.from(bytesOf(token), 'latin1')
  const size = font?.dict.get(PDFName.of('Subtype')) === PDFName.of('Type0') ? 2 : 1
  return Array.from({ length: Math.floor(bytes.length / size) }, (_, index) =>
    bytes.readUIntBE(index * size, size),
  )
}

function resourceOf(resources: PDFDict | undefined, kind: string, token: string) {
  return resources?.lookupMaybe(PDFName.of(kind), PDFDict)?.lookup(PDFName.of(token.slice(1)))
}

function mcidOf({ operands }: Operator): number | undefined {
  const at = operands.indexOf('/MCID')
  return at < 0 ? undefined : Number(operands[at + 1])
}
