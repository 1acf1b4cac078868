import type { PDFContext, PDFRef } from 'pdf-lib'
import { round } from '../objects.ts'

/** What a line to write on leaves free at both ends, in points. */
const LINE_INSET = 4

/** Size of a widget in PDF points. */
export interface Size {
  readonly width: number
  readonly height: number
}

/** The appearance of a field without a value, which programs replace when somebody types. */
export function emptyText(context: PDFContext, size: Size, font: PDFRef, fontName: string): PDFRef {
  return appearance(context, size, '/Tx BMC\nEMC', { Font: { [fontName]: font } })
}

/**
 * The appearance of an empty box for several lines: the lines to write on by pen. Programs replace them with what is typed,
 * whose lines are as far apart as each program likes.
 */
export function writingLines(
  context: PDFContext,
  size: Size,
  lines: number,
  font: PDFRef,
  fontName: string,
): PDFRef {
  const drawn = Array.from({ length: lines - 1 }, (_, index) => {
    const y = round(size.height * (1 - (index + 1) / lines))
    return `${LINE_INSET} ${y} m ${round(size.width - LINE_INSET)} ${y} l S`
  })
  const content = ['/Tx BMC', 'q 0.5 w 0.75 0.79 0.83 RG', ...drawn, 'Q', 'EMC'].join('\n')
  return appearance(context, size, content, { Font: { [fontName]: font } })
}

/** An appearance that shows nothing. */
export function nothing(context: PDFContext, size: Size): PDFRef {
  return appearance(context, size, '')
}

/** An appearance that shows nothing, of a button that is off. */
export function off(context: PDFContext, size: Size): PDFRef {
  return state(context, size, '')
}

/** A tick, drawn, so that it needs no font. */
export function tick(context: PDFContext, size: Size): PDFRef {
  const side = Math.min(size.width, size.height)
  const at = (x: number, y: number) =>
    `${round(size.width / 2 + x * side)} ${round(size.height / 2 + y * side)}`
  const path = `${at(-0.27, 0)} m ${at(-0.08, -0.22)} l ${at(0.28, 0.25)} l S`
  return state(context, size, `q ${round(0.13 * side)} w 1 J 1 j 0 G ${path} Q`)
}

/** A dot in the middle. */
export function dot(context: PDFContext, size: Size): PDFRef {
  const radius = 0.26 * Math.min(size.width, size.height)
  return state(context, size, `q 0 g ${circle(size.width / 2, size.height / 2, radius)} f Q`)
}

/** The states of the buttons in a file, by their look. */
const states = new WeakMap<PDFContext, Map<string, PDFRef>>()

/** Buttons of one size share their states: programs choose one of them and, other than those of text, write none. */
function state(context: PDFContext, size: Size, content: string): PDFRef {
  const known = states.get(context) ?? new Map<string, PDFRef>()
  states.set(context, known)
  const look = `${round(size.width)} ${round(size.height)} ${content}`
  const ref = known.get(look) ?? appearance(context, size, content)
  known.set(look, ref)
  return ref
}

function appearance(
  context: PDFContext,
  { width, height }: Size,
  content: string,
  resources: Record<string, Record<string, PDFRef>> = {},
): PDFRef {
  return context.register(
    context.stream(content, {
      Type: 'XObject',
      Subtype: 'Form',
      BBox: [0, 0, round(width), round(height)],
      Resources: resources,
    }),
  )
}

/** A circle of four Bézier curves. */
function circle(x: number, y: number, radius: number): string {
  const far = 0.5523 * radius
  const curve = (...points: [number, number][]) =>
    `${points.map(([dx, dy]) => `${round(x + dx)} ${round(y + dy)}`).join(' ')} c`
  return [
    `${round(x + radius)} ${round(y)} m`,
    curve([radius, far], [far, radius], [0, radius]),
    curve([-far, radius], [-radius, far], [-radius, 0]),
    curve([-radius, -far], [-far, -radius], [0, -radius]),
    curve([far, -radius], [radius, -far], [radius, 0]),
  ].join(' ')
}
