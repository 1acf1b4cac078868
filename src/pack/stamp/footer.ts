import { PDFDict, type PDFPage } from 'pdf-lib'
import { footLine } from '../../contracts/foot-line.ts'
import type { FormDefinition } from '../../model/form.ts'
import { asciiBytes, concat } from '../../pdf/bytes.ts'
import { contentOf, setContent } from './content/page-content.ts'
import { FORM_FONT, type FormFont } from './font/form-font.ts'
import { name, round } from './objects.ts'
import { pageMarks } from './page-marks.ts'

const POINTS_PER_MM = 72 / 25.4
/** The left end of the line and its baseline, in mm from the left and the bottom of the paper; see `print.css`. */
const LEFT_MM = 23
const BASELINE_MM = 7
const SIZE = 6.5

/**
 * Draws id, version and the beginning of the hashes in small print on each page of a form, and marks that a program reads in its
 * corners, as artifacts, so that a copy on paper can be told apart as well.
 */
export async function drawFooter(
  pages: readonly PDFPage[],
  definition: FormDefinition,
  font: FormFont,
): Promise<void> {
  const line = font.encode(footLine(definition))
  const [x, y] = [round(LEFT_MM * POINTS_PER_MM), round(BASELINE_MM * POINTS_PER_MM)]
  const footer = [
    '/Artifact <</Type /Pagination /Subtype /Footer>> BDC',
    `q BT 0.35 g /${FORM_FONT} ${SIZE} Tf ${x} ${y} Td ${line} Tj ET Q`,
    'EMC',
  ].join('\n')
  for (const [index, page] of pages.entries())
    append(page, `${footer}\n${await pageMarks(page, index, definition)}`, font)
}

function append(page: PDFPage, drawing: string, font: FormFont): void {
  const { context } = page.node
  const resources = page.node.lookup(name('Resources'), PDFDict)
  const fonts = resources.lookupMaybe(name('Font'), PDFDict) ?? context.obj({})
  fonts.set(name(FORM_FONT), font.ref)
  resources.set(name('Font'), fonts)
  // Chromium leaves its own coordinates behind, so its content is set apart.
  const content = concat([asciiBytes('q\n'), contentOf(page), asciiBytes(`Q\n${drawing}\n`)])
  setContent(page, content)
}
