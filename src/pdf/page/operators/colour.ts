import type { PdfObject } from '../../objects.ts'
import type { ContentRun, Operator } from '../content-run.ts'

/**
 * Colours (ISO 32000-1, 8.6.8), only as far as white is told from the others. The number of components tells the kind
 * of the colour space; patterns and spot colours count as dark.
 */
export const colourOperators: readonly (readonly [string, Operator])[] = [
  ...['g', 'rg', 'k', 'sc', 'scn'].map((name) => [name, setFill] as const),
  ...['G', 'RG', 'K', 'SC', 'SCN'].map((name) => [name, setStroke] as const),
  [
    'cs',
    (run) => {
      run.state.fill = 0
    },
  ],
  [
    'CS',
    (run) => {
      run.state.stroke = 0
    },
  ],
]

function setFill(run: ContentRun, operands: readonly PdfObject[]): void {
  run.state.fill = lightness(operands)
}

function setStroke(run: ContentRun, operands: readonly PdfObject[]): void {
  run.state.stroke = lightness(operands)
}

function lightness(operands: readonly PdfObject[]): number {
  const components = operands.filter((operand) => typeof operand === 'number')
  if (components.length !== operands.length) return 0
  const [first = 0, second = 0, third = 0, black = 0] = components
  if (components.length === 1) return first
  if (components.length === 3) return Math.min(first, second, third)
  return components.length === 4 ? 1 - Math.min(1, Math.max(first, second, third) + black) : 0
}
