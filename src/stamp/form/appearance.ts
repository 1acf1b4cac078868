import type { PDFContext, PDFRef } from 'pdf-lib'
import { round } from '../objects.ts'

/** Size of a widget in PDF points. */
export interface Size {
  readonly width: number
  readonly height: number
}

/** The appearance of a field without a value, which programs replace when somebody types. */
export function emptyText(context: PDFContext, size: Size, font: PDFRef, fontName: string): PDFRef {
  return appearance(context, size, '/Tx BMC\nEMC', { Font: { [fontName]: font } })
}

/** An appearance that shows nothing. */
export function nothing(context: PDFContext, size: Size): PDFRef {
  return appearance(context, size, '')
}

/** A tick, drawn, so that it needs no font. */
export function tick(context: PDFContext, size: Size): PDFRef {
  const side = Math.min(size.width, size.height)
  const at = (x: number, y: number) =>
    `${round(size.width / 2 + x * side)} ${round(size.height / 2 + y * side)}`
  const path = `${at(-0.27, 0)} m ${at(-0.08, -0.22)} l ${at(0.28, 0.25)} l S`
  return appearance(context, size, `q ${round(0.13 * side)} w 1 J 1 j 0 G ${path} Q`)
}

/** A dot in the middle. */
export function dot(context: PDFContext, size: Size): PDFRef {
  const radius = 0.26 * Math.min(size.width, size.height)
  return appearance(context, size, `q 0 g ${circle(size.width / 2, size.height / 2, radius)} f Q`)
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
