import { type Canvas, createCanvas } from '@napi-rs/canvas'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { type Slot, slotsOf } from '../../src/contracts/slot.ts'
import type { FormDefinition } from '../../src/model/form.ts'
import { type Random, randomOf } from '../support/random.ts'
import { type Box, Hand, hands, type Pen, pens } from './pen.ts'

/** Dots per inch of what comes out of the printer. */
export const PRINT_DPI = 300
const PER_MM = PRINT_DPI / 25.4
const MM_PER_POINT = 25.4 / 72

const words = [
  'weekly talks about goals',
  'to lead a small team',
  'Larkspur',
  'listen more, say less',
  '12',
  '3 April 2027',
  'a plan for the quarter',
  'nothing so far',
  'questions of budget',
  'Rowan Ash',
]

/** How somebody marks a box. */
const habits = {
  tick: (hand, box) => hand.tick(box),
  cross: (hand, box) => hand.cross(box),
  slash: (hand, { left, top, width, height }) =>
    hand.line([left + 0.2 * width, top + 0.9 * height], [left + 0.8 * width, top + 0.1 * height]),
  dot: (hand, box) => hand.scribble(box, 0.3),
  'small tick': (hand, box) => hand.tick(box, hand.between(0.4, 0.6)),
  'large tick': (hand, box) => hand.tick(box, hand.between(1.5, 2.3)),
  'large cross': (hand, box) => hand.cross(box, hand.between(1.3, 1.9)),
  'careless tick': (hand, box) => hand.tick(box, hand.between(0.9, 1.5), 2),
  scribble: (hand, box) => hand.scribble(box, hand.between(0.45, 0.9)),
  fill: (hand, box) => hand.scribble(box, hand.between(0.9, 1.05)),
  circle: (hand, box) => hand.circle(box, hand.between(0.4, 2.2)),
  'circle around words': (hand, { left, top, width, height }) =>
    hand.circle({ left: left + 1.5 * width, top, width: hand.between(12, 18), height }, 1),
  'words marked': (hand, { left, top, width, height }) =>
    hand.line([left + width, top + height / 2], [left + width + 16, top + height / 2]),
  corrected: (hand, box, random) => (random(2) === 0 ? hand.cross(box) : hand.tick(box)),
  'struck out': (hand, box) => hand.tick(box),
  'tick to the left': (hand, box) => hand.tick(moved(box, -hand.between(0.9, 1.5), 0)),
  'tick to the right': (hand, box) => hand.tick(moved(box, hand.between(0.9, 1.4), 0)),
  'tick above': (hand, box) => hand.tick(moved(box, 0, -hand.between(0.6, 1))),
  'tick below': (hand, box) => hand.tick(moved(box, 0, hand.between(0.6, 1))),
  'tick on the rim': (hand, box) => {
    const angle = hand.between(0, 2 * Math.PI)
    const far = hand.between(0.45, 0.8)
    hand.tick(moved(box, far * Math.cos(angle), far * Math.sin(angle)))
  },
  'tick on words': (hand, box) => hand.tick(moved(box, hand.between(1.5, 3), 0)),
  'cross on words': (hand, box) => hand.cross(moved(box, hand.between(1.5, 3), 0)),
  'cross to the left': (hand, box) => hand.cross(moved(box, -hand.between(0.9, 1.5), 0)),
  'hooked tick': (hand, box) => hand.hook(box, hand.between(0.9, 1.6)),
  'hook to the left': (hand, box) =>
    hand.hook(moved(box, -hand.between(0.8, 1.4), hand.between(-0.3, 0.3)), hand.between(1, 2)),
  'words underlined': (hand, { left, top, width, height }) =>
    hand.line(
      [left + 1.2 * width, top + height],
      [left + width + hand.between(8, 16), top + height],
    ),
  'option circled': (hand, { left, top, height }) =>
    hand.circle({ left, top, width: hand.between(14, 22), height }, hand.between(0.8, 1.6)),
  'letter beside': (hand, box) => hand.write('x', moved(box, -hand.between(0.8, 1.3), 0), 'Caveat'),
  // Where there is nothing else to strike out, they tick.
  'others struck out': (hand, box, _, isAlone) => (isAlone ? hand.tick(box) : undefined),
} satisfies Record<string, (hand: Hand, box: Box, random: Random, isAlone: boolean) => void>
export type Habit = keyof typeof habits

/** A box so many times its width further right and its height further down. */
function moved(box: Box, right: number, down: number): Box {
  return { ...box, left: box.left + right * box.width, top: box.top + down * box.height }
}

/** Where somebody writes what belongs on a line. */
const places = {
  within: (box) => box,
  above: (box, hand) => ({ ...box, top: box.top - hand.between(4.5, 7), height: 6 }),
  below: (box, hand) => ({ ...box, top: box.top + box.height + hand.between(0.5, 2), height: 6 }),
  right: (box, hand) => ({ ...box, left: box.left + box.width + hand.between(1, 4), width: 30 }),
  left: (box, hand) => ({ ...box, left: box.left - hand.between(12, 20), width: 22 }),
} satisfies Record<string, (box: Box, hand: Hand) => Box>
type Where = keyof typeof places

/** What is done to a box that is not meant. */
const others: Partial<Record<Habit, (hand: Hand, box: Box) => void>> = {
  corrected: (hand, box) => hand.blackOut(box),
  'struck out': (hand, box) => {
    const { left, top, width, height } = box
    hand.tick(box)
    hand.line([left - 2, top + height / 2], [left + width + 16, top + height / 2])
  },
  'others struck out': (hand, { left, top, width, height }) =>
    hand.line([left + 1.3 * width, top + height / 2], [left + width + 14, top + height / 2]),
}

/** What somebody meant by one question. */
export interface Meant {
  readonly name: string
  readonly kind: 'boxes' | 'text' | 'signature'
  /** On-states of what is chosen. */
  readonly states: readonly string[]
  /** Something is written, or signed. */
  readonly hasInk: boolean
  readonly habit: Habit
  readonly where?: Where
}

/** A form that was filled in by pen: its pages as they lie on the table, and what is meant. */
export interface Completed {
  readonly pages: readonly Canvas[]
  readonly meant: readonly Meant[]
}

/** The pages of a PDF as they are printed. */
export async function printPages(pdf: Uint8Array): Promise<Canvas[]> {
  const task = getDocument({ data: new Uint8Array(pdf), verbosity: 0 })
  const document = await task.promise
  const pages: Canvas[] = []
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number)
    const viewport = page.getViewport({ scale: PRINT_DPI / 72 })
    const canvas = createCanvas(Math.round(viewport.width), Math.round(viewport.height))
    await page.render({ canvas: canvas as never, viewport }).promise
    pages.push(canvas)
  }
  await task.destroy()
  return pages
}

/** A page as it would be without the codes in its corners. */
export function withoutMarks(page: Canvas): Canvas {
  const copy = createCanvas(page.width, page.height)
  const context = copy.getContext('2d')
  context.drawImage(page, 0, 0)
  context.fillStyle = 'white'
  const side = 24 * PER_MM
  for (const left of [0, page.width - side])
    for (const top of [0, page.height - side]) context.fillRect(left, top, side, side)
  return copy
}

/** What a person brings along. */
export interface Person {
  readonly pen: keyof typeof pens
  /** How they mark boxes, or several ways of which each question gets one. */
  readonly habit: Habit | readonly Habit[]
  /** Where they write, on its line by default; of several, each question gets one. */
  readonly where?: readonly Where[]
  /** How large they write, in hands of usual size; beyond 1 over the rims of boxes. */
  readonly size?: number
}

/** Fills in a form as the person does, otherwise for each seed. */
export function fillIn(
  printed: readonly Canvas[],
  form: FormDefinition,
  { pen, habit: usual, size = 1, where = ['within'] }: Person,
  seed: number,
): Completed {
  const random = randomOf(seed)
  const pages = printed.map((page) => {
    const copy = createCanvas(page.width, page.height)
    copy.getContext('2d').drawImage(page, 0, 0)
    return copy
  })
  const face = hands[random(hands.length)]!
  const hand = (page: number) =>
    new Hand(pages[page]!.getContext('2d'), PER_MM, pens[pen] as Pen, random)
  const placeOf = (slot: Slot): { page: number; box: Box } => {
    const widget = form.widgets.find(
      ({ name, state }) => name === slot.name && state === slot.state,
    )
    if (!widget) throw new Error(`${slot.name} has no place`)
    const [left, bottom, right, top] = widget.rect.map((value) => value * MM_PER_POINT) as [
      ...FormDefinition['widgets'][number]['rect'],
    ]
    const height = pages[widget.page]!.height / PER_MM
    return {
      page: widget.page,
      box: { left, top: height - top, width: right - left, height: top - bottom },
    }
  }
  const draw = (slot: Slot, how: (hand: Hand, box: Box) => void): void => {
    const { page, box } = placeOf(slot)
    how(hand(page), box)
  }
  const meant = [...Map.groupBy(slotsOf(form.fields), groupOf)].map(([name, slots]): Meant => {
    const [first] = slots as [Slot]
    const habit = typeof usual === 'string' ? usual : usual[random(usual.length)]!
    if (first.state === undefined) {
      const place = where.length === 1 ? where[0]! : where[random(where.length)]!
      const isSignature = first.control === 'signature'
      const hasInk = random(100) < 60
      if (hasInk)
        draw(first, (pen, box) =>
          isSignature
            ? pen.sign(box)
            : pen.write(words[random(words.length)]!, places[place](box, pen), face, size),
        )
      const kind = isSignature ? 'signature' : 'text'
      return { name, kind, states: [], hasInk, habit, where: place }
    }
    const isGroup = first.control === 'radio'
    const chosen = isGroup
      ? random(100) < 80
        ? [slots[random(slots.length)]!]
        : []
      : slots.filter(() => random(100) < 40)
    for (const slot of chosen)
      draw(slot, (pen, box) => habits[habit](pen, box, random, slots.length === 1))
    const rest = slots.filter((slot) => !chosen.includes(slot))
    const other = others[habit]
    if (other && chosen.length > 0 && rest.length > 0)
      for (const slot of habit === 'others struck out' ? rest : [rest[random(rest.length)]!])
        draw(slot, other)
    return { name, kind: 'boxes', states: chosen.map(({ state }) => state!), hasInk: false, habit }
  })
  return { pages, meant }
}

function groupOf({ name, control, state, field }: Slot): string {
  return control === 'checkbox' && field.type === 'checks' && state !== undefined
    ? name.slice(0, -(state.length + 1))
    : name
}
