import type { PageBox } from './page-box.ts'
import type { Sheet } from './sheet.ts'

/** How what stands in a page comes out on printed ones. */
export interface Laid {
  /** How far down each page is filled between its margins: from 0 for an empty one to 1. */
  readonly fills: readonly number[]
  /** The ids of places in it, and the pages on which they are, counted from 0. */
  readonly places: readonly (readonly [id: string, page: number])[]
}

/** What is used of elements and texts of a page; the browser's own types are not known here. */
interface Shape {
  readonly id: string
  readonly tagName: string
  readonly style: { cssText: string }
  getClientRects(): Iterable<Rect>
}

interface Rect {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** What is between two columns, PDF points; half as much may stand out on either side. */
const GAP = 300

/**
 * Lays a page out in columns of the size of its printed pages, which break where pages would, so that nothing has to be printed to be
 * seen. What stands out of the line or is fixed is not seen.
 */
export function layOut(sheet: Sheet, box: PageBox): Promise<Laid> {
  return sheet.evaluate(
    async (html, { width, height, first }, gap) => {
      const POINT = 96 / 72
      const { body, fonts } = html.ownerDocument
      const { getComputedStyle } = html.ownerDocument.defaultView
      const isRightToLeft = getComputedStyle(body).direction === 'rtl'
      const changed = new Map<Shape, string>()
      function change(element: Shape, css: string): void {
        const before = changed.get(element) ?? element.style.cssText
        changed.set(element, before)
        element.style.cssText += `;${css}`
      }

      change(
        html,
        `width: ${width}pt; height: ${height}pt; columns: ${width}pt; column-gap: ${gap}pt; column-fill: auto; margin: 0; padding: 0; direction: ${isRightToLeft ? 'rtl' : 'ltr'}`,
      )
      const zoom = Number(getComputedStyle(body).zoom) || 1
      change(body, `margin-top: ${-first / zoom}pt`)

      const isPale = (colour: string) => {
        const [red = 0, green = 0, blue = 0, alpha = 1] = (colour.match(/[\d.]+/g) ?? []).map(
          Number,
        )
        return alpha === 0 || Math.min(red, green, blue) > 252
      }
      const isSeen = (element: Shape) => {
        const style = getComputedStyle(element)
        if (/page|left|right|recto|verso/.test(style.breakBefore))
          change(element, 'break-before: column')
        if (/page|left|right|recto|verso/.test(style.breakAfter))
          change(element, 'break-after: column')
        const { position, backgroundColor, backgroundImage } = style
        if (position === 'fixed') return false
        return (
          /^(?:img|svg)$/i.test(element.tagName) ||
          backgroundImage !== 'none' ||
          !isPale(backgroundColor) ||
          (['Top', 'Right', 'Bottom', 'Left'] as const).some(
            (side) =>
              Number.parseFloat(style[`border${side}Width`]) > 0 &&
              !isPale(style[`border${side}Color`]),
          )
        )
      }
      const range = html.ownerDocument.createRange()
      const texts: object[] = []
      const walker = html.ownerDocument.createTreeWalker(body, 4) // NodeFilter.SHOW_TEXT
      while (walker.nextNode())
        if (walker.currentNode.nodeValue?.trim()) texts.push(walker.currentNode)
      const elements: Shape[] = [...body.querySelectorAll('*')]
      const drawn = elements.filter(isSeen)
      // Fonts are loaded when something is set in them.
      html.getBoundingClientRect()
      await fonts.ready

      const origin = html.getBoundingClientRect()
      const pitch = (width + gap) * POINT
      const columnOf = ({ left, right }: Rect) =>
        Math.floor(
          ((isRightToLeft ? origin.right - right : left - origin.left) + (gap / 2) * POINT) / pitch,
        )
      const fills = new Map<number, number>()
      const rectsOf = (text: object): Iterable<Rect> => {
        range.selectNodeContents(text)
        return range.getClientRects()
      }
      const boxes = [
        ...texts.flatMap((text) => [...rectsOf(text)]),
        ...drawn.flatMap((element) => [...element.getClientRects()]),
      ]
      for (const one of boxes) {
        const end = (one.bottom - origin.top) / (height * POINT)
        const column = columnOf(one)
        if (one.right > one.left || one.bottom > one.top)
          fills.set(column, Math.max(fills.get(column) ?? 0, Math.min(1, end)))
      }
      const start = columnOf(body.getClientRects()[0])
      const laid = {
        fills: Array.from(
          { length: Math.max(start, ...fills.keys()) - start + 1 },
          (_, page) => fills.get(start + page) ?? 0,
        ),
        places: elements.flatMap((element) => {
          const [one] = element.id === '' ? [] : element.getClientRects()
          return one ? [[element.id, columnOf(one) - start] as const] : []
        }),
      }
      for (const [element, css] of changed) element.style.cssText = css
      return laid
    },
    box,
    GAP,
  )
}
