import type { PDFPage } from 'pdf-lib'
import { prepareZXingModule, writeBarcode } from 'zxing-wasm/writer'
import {
  CORNERS,
  MOST_MARKED_PAGES,
  placeOfMark,
  writePageMark,
} from '../../contracts/page-mark.ts'
import type { FormDefinition } from '../../model/form.ts'
import { round } from './objects.ts'

const ARTIFACT = '/Artifact <</Type /Page>> BDC'

/** Makes ready to draw codes; by itself the program would be fetched from the network. */
export function prepareMarks(codeWriter: Uint8Array): void {
  prepareZXingModule({
    overrides: { wasmBinary: new Uint8Array(codeWriter).buffer },
    equalityFn: ({ wasmBinary }) => wasmBinary !== undefined,
  })
}

/**
 * The drawing of the marks in the corners of a page, by which a scan of it is known and laid over the form: content that follows
 * what is on the page, as artifacts. Call `prepareMarks` before.
 *
 * @param index which page of the form it is, from 0
 */
export async function pageMarks(
  page: PDFPage,
  index: number,
  { hash }: FormDefinition,
): Promise<string> {
  if (index >= MOST_MARKED_PAGES) return ''
  const drawings = await Promise.all(
    CORNERS.map(async (corner) =>
      drawing(
        placeOfMark(corner, page.getSize()),
        await rowsOf(writePageMark({ hash, page: index, corner })),
      ),
    ),
  )
  return [ARTIFACT, ...drawings, 'EMC'].join('\n')
}

/** Where the marks of a page will be. */
export function placesOfMarks(page: PDFPage): ReturnType<typeof placeOfMark>[] {
  return CORNERS.map((corner) => {
    const [left, bottom, right, top] = placeOfMark(corner, page.getSize())
    return [round(left), round(bottom), round(right), round(top)]
  })
}

/** Black modules as rectangles of one path, in units of modules, which makes them short. */
function drawing([left, bottom, right]: readonly number[], rows: readonly boolean[][]): string {
  const scale = round((right! - left!) / rows.length, 4)
  const rectangles = rows.flatMap((row, fromTop) =>
    runsOf(row).map(([start, length]) => `${start} ${rows.length - 1 - fromTop} ${length} 1 re`),
  )
  return `q ${scale} 0 0 ${scale} ${round(left!)} ${round(bottom!)} cm 0 g\n${rectangles.join('\n')}\nf Q`
}

/** Where black begins in a row, and for how many modules. */
function runsOf(row: readonly boolean[]): [start: number, length: number][] {
  const runs: [number, number][] = []
  row.forEach((isBlack, index) => {
    const last = runs.at(-1)
    if (!isBlack) return
    if (last && last[0] + last[1] === index) last[1]++
    else runs.push([index, 1])
  })
  return runs
}

/** The modules of a code from the top, black ones true. */
async function rowsOf(text: string): Promise<boolean[][]> {
  const { symbol, error } = await writeBarcode(text, {
    format: 'DataMatrix',
    options: 'forceSquare',
    addQuietZones: false,
  })
  if (error) throw new Error(`No code could be made of ${text}: ${error}`)
  const { width, height, data } = symbol
  return Array.from({ length: height }, (_, row) =>
    Array.from(data.subarray(row * width, (row + 1) * width), (value) => value === 0),
  )
}
