import type { FieldValue } from '../pdf/fill/index.ts'
import { button, element } from './elements.ts'
import { say } from './say.ts'

/** Size of what is drawn on, in CSS pixels; it shrinks with the page. */
const PAD = { width: 480, height: 150 } as const
const PEN = 2.5

type Stroke = [x: number, y: number][]

/** What a control on the page is to who fills in the form. */
export interface Bound {
  /** What gets the keyboard; the first of several. */
  readonly elements: readonly HTMLElement[]
  /** What the field of the PDF is to hold; an empty text where nothing is filled in. */
  read(): FieldValue
  /** Takes a text as the field of the PDF has it, or an option by its value or label. */
  write(value: FieldValue): void
}

/** A place to sign: the name is typed, or the signature drawn with a mouse, a finger or a pen. */
export function signingBox(input: HTMLInputElement): Bound {
  let strokes: Stroke[] = []
  const pad = element('canvas', {
    class: 'pad',
    width: String(PAD.width),
    height: String(PAD.height),
    role: 'img',
    'aria-label': say('Place to draw your signature'),
    hidden: true,
  })
  const clear = button(say('Clear the drawing'), () => {
    strokes = []
    paint()
    changed()
  })
  const change = button('', () => setDrawing(pad.hidden !== false))
  const changed = (): unknown => input.dispatchEvent(new Event('input', { bubbles: true }))

  function setDrawing(isDrawn: boolean): void {
    pad.hidden = clear.hidden = !isDrawn
    input.hidden = isDrawn
    change.textContent = isDrawn
      ? say('Type your name instead')
      : say('Draw your signature instead')
    changed()
  }

  function paint(): void {
    const context = pad.getContext('2d')
    if (!context) return
    context.clearRect(0, 0, PAD.width, PAD.height)
    context.lineWidth = PEN
    context.lineCap = context.lineJoin = 'round'
    context.strokeStyle = '#000'
    for (const stroke of strokes) {
      context.beginPath()
      // A dot is a line without length, which round ends make seen.
      for (const [x, y] of stroke.length === 1 ? [...stroke, ...stroke] : stroke)
        context.lineTo(x, y)
      context.stroke()
    }
  }

  function at(event: PointerEvent): [number, number] {
    const { left, top, width, height } = pad.getBoundingClientRect()
    const point = [
      ((event.clientX - left) * PAD.width) / width,
      ((event.clientY - top) * PAD.height) / height,
    ] as const
    return [Math.round(point[0] * 10) / 10, Math.round(point[1] * 10) / 10]
  }

  pad.addEventListener('pointerdown', (event) => {
    event.preventDefault()
    pad.setPointerCapture(event.pointerId)
    strokes.push([at(event)])
    paint()
  })
  pad.addEventListener('pointermove', (event) => {
    if (!pad.hasPointerCapture(event.pointerId)) return
    strokes.at(-1)?.push(at(event))
    paint()
  })
  pad.addEventListener('pointerup', changed)
  input.after(pad, element('p', { class: 'pad-choice' }, change, ' ', clear))
  setDrawing(false)
  return {
    // What is hidden cannot have the keyboard.
    elements: [input, change],
    read: (): FieldValue => {
      if (pad.hidden) return input.value.trim()
      return strokes.length > 0 ? { strokes: strokes.map((stroke) => [...stroke]) } : ''
    },
    write: (value) => {
      if (typeof value === 'string') input.value = value
      else strokes = value.strokes.map((stroke) => stroke.map(([x, y]) => [x, y]))
      paint()
      setDrawing(typeof value !== 'string')
    },
  }
}
