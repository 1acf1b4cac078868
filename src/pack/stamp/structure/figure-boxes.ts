import { PDFArray, PDFDict, type PDFDocument, type PDFPage, PDFStream } from 'pdf-lib'
import type { Rect } from '../../../pdf/geometry.ts'
import { nameOf } from '../../../pdf/objects.ts'
import {
  hasArea,
  identity,
  intersect,
  type Matrix,
  multiply,
  transformRect,
  union,
} from '../../../pdf/page/index.ts'
import { type PageInstruction, readPageInstructions } from '../content/instructions.ts'
import { contentOf } from '../content/page-content.ts'
import { name, numbers, round } from '../objects.ts'
import { attributesOf } from './attributes.ts'
import { contentsOf, elementsOf, type StructureRoot } from './tree.ts'

/**
 * Says of each picture where it stands on its page (ISO 32000-1, 14.8.5.4.3), by which programs that make the page flow
 * again cut it out.
 */
export function placeFigures(file: PDFDocument, root: StructureRoot): void {
  const pages = new Map(file.getPages().map((page) => [page.ref, page]))
  const known = new Map<PDFPage, ReadonlyMap<number, Rect>>()
  for (const element of elementsOf(root)) {
    if (element.type !== 'Figure') continue
    const boxes = [...contentsOf(element)].flatMap(({ page: ref, mcid }): Rect[] => {
      const page = pages.get(ref)
      if (!page) return []
      const ofPage = known.get(page) ?? paintedBoxes(page)
      known.set(page, ofPage)
      const box = ofPage.get(mcid)
      return box ? [box] : []
    })
    const [first, ...others] = boxes
    if (!first) continue
    const box = others.reduce(union, first).map((value) => round(value))
    const layout = { O: 'Layout', BBox: box }
    element.dict.set(name('A'), element.dict.context.obj([...attributesOf(element.dict), layout]))
  }
}

/** What the operators of a page have set up. */
interface State {
  readonly matrix: Matrix
  readonly clip: Rect
}

/** The rectangle around what each marked-content sequence of a page paints, as far as it can be seen. */
function paintedBoxes(page: PDFPage): Map<number, Rect> {
  const found = new Map<number, Rect>()
  const saved: State[] = []
  let state: State = { matrix: identity, clip: sheetOf(page) }
  let path: Rect | undefined
  let isClip = false

  const paint = ({ open }: PageInstruction, box: Rect | undefined) => {
    const mcid = open.findLast((sequence) => sequence.mcid !== undefined)?.mcid
    const seen = box && intersect(box, state.clip)
    if (mcid === undefined || !seen || !hasArea(seen)) return
    const before = found.get(mcid)
    found.set(mcid, before ? union(before, seen) : seen)
  }

  for (const instruction of readPageInstructions(contentOf(page))) {
    const { operator } = instruction
    const values = () => instruction.operands.filter((operand) => typeof operand === 'number')
    if (operator === 'q') saved.push(state)
    else if (operator === 'Q') state = saved.pop() ?? state
    else if (operator === 'cm')
      state = { ...state, matrix: multiply(values() as unknown as Matrix, state.matrix) }
    else if (operator === 'W' || operator === 'W*') isClip = true
    else if (building.has(operator)) {
      const box = transformRect(state.matrix, around(operator, values()))
      path = path ? union(path, box) : box
    } else if (ending.has(operator)) {
      if (operator !== 'n') paint(instruction, path)
      if (isClip && path) state = { ...state, clip: intersect(state.clip, path) }
      isClip = false
      path = undefined
    } else if (operator === 'Do')
      paint(instruction, objectBox(page, nameOf(instruction.operands[0]) ?? '', state.matrix))
    else if (operator === 'sh' || operator === 'Tj' || operator === 'TJ')
      // Nothing but the clip tells how far they reach.
      paint(instruction, state.clip)
  }
  return found
}

const building = new Set(['m', 'l', 'c', 'v', 'y', 're'])
const ending = new Set('f F f* B B* b b* S s n'.split(' '))

/** The rectangle around the points of an operator that builds a path. */
function around(operator: string, values: readonly number[]): Rect {
  const [x = 0, y = 0, width = 0, height = 0] = values
  const points = operator === 're' ? [x, y, x + width, y + height] : values
  const xs = points.filter((_, index) => index % 2 === 0)
  const ys = points.filter((_, index) => index % 2 === 1)
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]
}

/** An image fills the unit square, a form its own box (ISO 32000-1, 8.9.5 and 8.10). */
function objectBox({ node }: PDFPage, objectName: string, matrix: Matrix): Rect | undefined {
  const objects = node
    .lookupMaybe(name('Resources'), PDFDict)
    ?.lookupMaybe(name('XObject'), PDFDict)
  const object = objects?.lookup(name(objectName))
  if (!(object instanceof PDFStream)) return undefined
  const { dict } = object
  if (dict.get(name('Subtype')) === name('Image')) return transformRect(matrix, [0, 0, 1, 1])
  const box = numbers(dict.lookup(name('BBox'), PDFArray)) as unknown as Rect
  const own = dict.lookupMaybe(name('Matrix'), PDFArray)
  const ownMatrix = own ? (numbers(own) as unknown as Matrix) : identity
  return transformRect(multiply(ownMatrix, matrix), box)
}

function sheetOf(page: PDFPage): Rect {
  const { width, height } = page.getSize()
  return [0, 0, width, height]
}
