import { PDFArray, PDFDict, type PDFDocument, PDFName, type PDFPage, PDFRef } from 'pdf-lib'
import { nameOf } from '../../../pdf/objects.ts'
import { applyEdits, type Edit } from '../content/edits.ts'
import {
  codesIn,
  numberOf,
  type PageInstruction,
  readPageInstructions,
} from '../content/instructions.ts'
import { contentOf, fontOf, setContent } from '../content/page-content.ts'
import { isComposite, textsOfFont, widthsOfFont } from '../font/font-texts.ts'
import { destinationsIn, name, round, text, textIn } from '../objects.ts'
import {
  contentsOf,
  elementsOf,
  type StructureElement,
  type StructureRoot,
} from '../structure/tree.ts'

/** A line of a table of contents, which ends in the number of the page that it leads to. */
interface NumberedLine {
  readonly link: PDFDict
  /** The content that has the number, and what that is to be. */
  readonly mcid: number
  readonly number: string
}

/** Makes the numbers in tables of contents those that the pages have in this file; `isRightToLeft` tells at which side they end. */
export function numberContents(
  file: PDFDocument,
  structure: StructureRoot,
  isRightToLeft: boolean,
): void {
  const pages = file.getPages()
  const numbers = new Map(pages.map(({ ref }, index) => [ref, String(index + 1)]))
  const lines = new Map<PDFRef, NumberedLine[]>()
  for (const element of elementsOf(structure)) {
    const [reference] = element.type === 'TOCI' ? element.kids : []
    const link = reference?.kind === 'element' ? linkIn(file, reference) : undefined
    const number = link && numbers.get(targetOf(file, link)!)
    const last = reference?.kind === 'element' ? [...contentsOf(reference)].at(-1) : undefined
    if (!number || !last) continue
    lines.set(last.page, [...(lines.get(last.page) ?? []), { link, mcid: last.mcid, number }])
  }
  for (const page of pages) {
    const ofPage = lines.get(page.ref)
    if (ofPage) writeNumbers(page, ofPage, isRightToLeft)
  }
}

function linkIn({ context }: PDFDocument, element: StructureElement): PDFDict | undefined {
  for (const { kids } of [element, ...elementsOf(element)])
    for (const kid of kids) if (kid.kind === 'object') return context.lookup(kid.ref, PDFDict)
  return undefined
}

/** The page that a link leads to. */
function targetOf(file: PDFDocument, link: PDFDict): PDFRef | undefined {
  const value = link.lookup(name('Dest')) ?? link.lookupMaybe(name('A'), PDFDict)?.lookup(name('D'))
  const destination = value instanceof PDFName ? destinationsIn(file).lookup(value) : value
  const page = destination instanceof PDFArray ? destination.get(0) : undefined
  return page instanceof PDFRef ? page : undefined
}

function writeNumbers(page: PDFPage, lines: readonly NumberedLine[], isRightToLeft: boolean): void {
  const content = contentOf(page)
  const known = new Map(lines.map((line) => [line.mcid, line]))
  const edits: Edit[] = []
  let font: PDFDict | undefined
  let size = 0
  let place: PageInstruction | undefined
  for (const instruction of readPageInstructions(content)) {
    const { operator, open } = instruction
    if (operator === 'Tf') {
      font = fontOf(page, nameOf(instruction.operands[0]) ?? '')
      size = numberOf(instruction.operands[1])
    } else if (operator === 'Tm') place = instruction
    else if (operator === 'Tj' || operator === 'TJ') {
      const line = known.get(open.findLast(({ mcid }) => mcid !== undefined)?.mcid ?? -1)
      if (!line || !font || !place || !isComposite(font)) continue
      const { link, number } = line
      const made = renumbered({ font, size, place, shown: instruction, number, isRightToLeft })
      edits.push(...made)
      const said = textIn(link, 'Contents')
      if (made.length > 0 && said !== undefined)
        link.set(name('Contents'), text(said.replace(/\d+$/, number)))
    }
  }
  if (edits.length > 0) setContent(page, applyEdits(content, edits))
}

/** A number as it is shown, and the one that it becomes. */
interface Renumbering {
  readonly font: PDFDict
  readonly size: number
  readonly place: PageInstruction
  readonly shown: PageInstruction
  readonly number: string
  readonly isRightToLeft: boolean
}

/** Shows another number that ends where the one before did. What is no number stays. */
function renumbered({ font, size, place, shown, number, isRightToLeft }: Renumbering): Edit[] {
  const texts = textsOfFont(font) ?? new Map<number, string>()
  const before = codesIn(shown, 2)
  const said = before.map((code) => texts.get(code) ?? '').join('')
  if (!/^\d+$/.test(said) || said === number) return []
  const widthOf = widthsOfFont(font)
  const width = widthOf(before[0]!)
  const codes = Array.from(number, (digit) => codeOf(digit, width))
  function codeOf(digit: string, likeWidth: number): number | undefined {
    const all = [...texts].flatMap(([code, one]) => (one === digit ? [code] : []))
    return all.find((code) => widthOf(code) === likeWidth) ?? all[0]
  }
  const known = codes.filter((code) => code !== undefined)
  // A number that cannot be shown would be a wrong one.
  const now = known.length === codes.length ? known : []
  const wide = (all: readonly number[]) =>
    all.reduce((sum, code) => sum + (widthOf(code) / 1000) * size, 0)
  const values = place.operands.map(numberOf)
  const x = values[4]! + (isRightToLeft ? 0 : wide(before) - wide(now))
  const matrix = values.with(4, round(x, 5)).join(' ')
  const string = now.map((code) => code.toString(16).padStart(4, '0')).join('')
  return [
    { start: place.start, end: place.end, text: `${matrix} Tm` },
    { start: shown.start, end: shown.end, text: `<${string}> Tj` },
  ]
}
