import { isArray, nameOf, type PdfObject, PdfString } from '../../objects.ts'
import type { ContentRun, Operator } from '../content-run.ts'
import { identity, type Matrix, multiply, transform } from '../matrix.ts'
import { withNumbers } from './operator.ts'

const OUTLINE = 1

/** Text state, position and showing (ISO 32000-1, 9.3 and 9.4). */
export const textOperators: readonly (readonly [string, Operator])[] = [
  ['BT', (run) => setLine(run, identity)],
  ['Tf', selectFont],
  ['Tc', withNumbers(1, (run, spacing) => set(run, { characterSpacing: spacing }))],
  ['Tw', withNumbers(1, (run, spacing) => set(run, { wordSpacing: spacing }))],
  ['Tz', withNumbers(1, (run, percent) => set(run, { horizontalScale: percent / 100 }))],
  ['TL', withNumbers(1, (run, leading) => set(run, { leading }))],
  ['Ts', withNumbers(1, (run, rise) => set(run, { rise }))],
  ['Tr', withNumbers(1, (run, renderMode) => set(run, { renderMode }))],
  ['Td', withNumbers(2, moveLine)],
  [
    'TD',
    withNumbers(2, (run, x, y) => {
      set(run, { leading: -y })
      moveLine(run, x, y)
    }),
  ],
  ['Tm', withNumbers(6, (run, ...matrix) => setLine(run, matrix))],
  ['T*', nextLine],
  ['Tj', (run, operands) => show(run, operands.at(-1))],
  ['TJ', showAdjusted],
  [
    "'",
    (run, operands) => {
      nextLine(run)
      show(run, operands.at(-1))
    },
  ],
  [
    '"',
    (run, operands) => {
      const [wordSpacing, characterSpacing, text] = operands
      if (typeof wordSpacing === 'number') set(run, { wordSpacing })
      if (typeof characterSpacing === 'number') set(run, { characterSpacing })
      nextLine(run)
      show(run, text)
    },
  ],
]

function set(run: ContentRun, changes: Partial<ContentRun['state']>): void {
  Object.assign(run.state, changes)
}

function selectFont(run: ContentRun, operands: readonly PdfObject[]): void {
  const [name, size] = operands
  run.state.font = run.font(nameOf(name))
  if (typeof size === 'number') run.state.fontSize = size
}

function setLine(run: ContentRun, matrix: Matrix): void {
  run.lineMatrix = matrix
  run.textMatrix = matrix
}

function moveLine(run: ContentRun, x: number, y: number): void {
  setLine(run, multiply([1, 0, 0, 1, x, y], run.lineMatrix))
}

function nextLine(run: ContentRun): void {
  moveLine(run, 0, -run.state.leading)
}

function showAdjusted(run: ContentRun, operands: readonly PdfObject[]): void {
  const items = operands.at(-1)
  if (!isArray(items)) return
  const { fontSize, horizontalScale } = run.state
  for (const item of items) {
    if (typeof item === 'number') moveOn(run, (-item / 1000) * fontSize * horizontalScale)
    else show(run, item)
  }
}

function show(run: ContentRun, string: PdfObject | undefined): void {
  const { font, fontSize, horizontalScale, renderMode } = run.state
  if (!(string instanceof PdfString)) return
  if (!font) {
    run.painted.complete = false
    return
  }
  for (const { text, width, isSpace } of font.decode(string.bytes)) {
    if (!invisible.has(renderMode)) paint(run, text, width)
    const spacing = run.state.characterSpacing + (isSpace ? run.state.wordSpacing : 0)
    moveOn(run, (width * fontSize + spacing) * horizontalScale)
  }
}

function paint(run: ContentRun, text: string, width: number): void {
  const { state } = run
  const { fontSize, horizontalScale, rise } = state
  const onText: Matrix = [fontSize * horizontalScale, 0, 0, fontSize, 0, rise]
  const [a, b, c, d, x, y] = multiply(onText, multiply(run.textMatrix, state.ctm))
  const length = Math.hypot(a, b)
  // What is no number makes the sum none.
  if (!Number.isFinite(x + y + length + width)) return
  run.paintGlyph({
    text,
    x,
    y,
    width: width * length,
    size: Math.hypot(c, d),
    angle: (Math.round((Math.atan2(b, a) * 180) / Math.PI) + 360) % 360,
    font: state.font?.name ?? '',
    clip: state.clip,
    lightness: state.renderMode === OUTLINE ? state.stroke : state.fill,
  })
}

function moveOn(run: ContentRun, by: number): void {
  const { x, y } = transform(run.textMatrix, by, 0)
  const [a, b, c, d] = run.textMatrix
  run.textMatrix = [a, b, c, d, x, y]
}

/** Render modes that paint nothing (table 106). */
const invisible = new Set([3, 7])
