import type { Instruction } from '../../../pdf/page/index.ts'
import { round } from '../objects.ts'
import type { Edit } from './edits.ts'
import { numberOf } from './instructions.ts'

/** Operators that a path is made of and that paint it (ISO 32000-1, 8.5); others, such as clips, leave it as it is. */
const makes = new Set(['m', 'l', 'c', 'h'])
const paints = new Set(['f', 'f*', 'S', 's', 'B', 'B*', 'b', 'b*'])

/**
 * Draws each shape with curves from its first point on, with two decimals, which is less than a hair. The round boxes of a
 * form, of which Chromium writes each as a hundred numbers of its own, become the same words again and again, and these
 * compress to nothing.
 */
export function moveShapes(instructions: readonly Instruction[]): Edit[] {
  const edits: Edit[] = []
  let shape: Instruction[] = []
  for (const instruction of instructions) {
    if (instruction.operator === 'm' && shape.length === 0) shape = [instruction]
    else if (makes.has(instruction.operator) && shape.length > 0) shape.push(instruction)
    else {
      if (paints.has(instruction.operator)) edits.push(...moved([...shape, instruction]))
      shape = []
    }
  }
  return edits
}

function moved(shape: readonly Instruction[]): Edit[] {
  const [first, last] = [shape[0], shape.at(-1)]
  if (!first || !last || !shape.some(({ operator }) => operator === 'c')) return []
  const [x, y] = [numberOf(first.operands[0]), numberOf(first.operands[1])]
  const drawn = shape.map(({ operator, operands }) =>
    [
      ...operands.map((value, index) => round(numberOf(value) - (index % 2 ? y : x))),
      operator,
    ].join(' '),
  )
  const text = ['q', `1 0 0 1 ${round(x)} ${round(y)} cm`, ...drawn, 'Q'].join('\n')
  return [{ start: first.start, end: last.end, text }]
}
