import type { Rect } from '../../geometry.ts'
import type { ContentRun, Operator } from '../content-run.ts'
import { intersect, type Point, transform } from '../matrix.ts'
import { Path } from '../path.ts'
import { withNumbers } from './operator.ts'

/** Building, painting and clipping with paths (ISO 32000-1, 8.5). */
export const pathOperators: readonly (readonly [string, Operator])[] = [
  ['m', withNumbers(2, (run, x, y) => run.path.moveTo(at(run, x, y)))],
  ['l', withNumbers(2, (run, x, y) => run.path.lineTo(at(run, x, y)))],
  [
    'c',
    withNumbers(6, (run, x1, y1, x2, y2, x3, y3) =>
      run.path.curveTo([at(run, x1, y1), at(run, x2, y2)], at(run, x3, y3)),
    ),
  ],
  [
    'v',
    withNumbers(4, (run, x2, y2, x3, y3) => run.path.curveTo([at(run, x2, y2)], at(run, x3, y3))),
  ],
  [
    'y',
    withNumbers(4, (run, x1, y1, x3, y3) => run.path.curveTo([at(run, x1, y1)], at(run, x3, y3))),
  ],
  ['h', (run) => run.path.close()],
  ['re', withNumbers(4, rectangle)],
  ['S', paint('stroke')],
  ['s', paint('stroke')],
  ['f', paint('fill')],
  ['F', paint('fill')],
  ['f*', paint('fill')],
  ['B', paint('fill', 'stroke')],
  ['B*', paint('fill', 'stroke')],
  ['b', paint('fill', 'stroke')],
  ['b*', paint('fill', 'stroke')],
  ['n', paint()],
  ['W', clip],
  ['W*', clip],
]

function at(run: ContentRun, x: number, y: number): Point {
  return transform(run.state.ctm, x, y)
}

function rectangle(run: ContentRun, x: number, y: number, width: number, height: number): void {
  run.path.moveTo(at(run, x, y))
  run.path.lineTo(at(run, x + width, y))
  run.path.lineTo(at(run, x + width, y + height))
  run.path.lineTo(at(run, x, y + height))
  run.path.close()
}

function clip(run: ContentRun): void {
  run.clipNext = true
}

function paint(...kinds: readonly ('fill' | 'stroke')[]): Operator {
  return (run) => {
    const { path, state } = run
    if (path.box) {
      for (const kind of kinds) {
        const box = kind === 'stroke' ? widened(path.box, lineWidth(run) / 2) : path.box
        const slanted = path.slanted || (kind === 'stroke' && path.open)
        const { curved, full } = path
        run.paintMark(kind, box, state[kind], { slanted, curved, opaque: full })
      }
    }
    if (run.clipNext) state.clip = intersect(state.clip, path.box ?? nowhere)
    run.clipNext = false
    run.path = new Path()
  }
}

/** On the page, where the coordinates may be scaled. */
function lineWidth({ state: { ctm, lineWidth } }: ContentRun): number {
  return lineWidth * Math.sqrt(Math.abs(ctm[0] * ctm[3] - ctm[1] * ctm[2]))
}

function widened([left, bottom, right, top]: Rect, by: number): Rect {
  return [left - by, bottom - by, right + by, top + by]
}

const nowhere: Rect = [0, 0, -1, -1]
