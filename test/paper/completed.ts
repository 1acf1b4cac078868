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

/** How somebody marks boxes. */
type Habit = 'tick' | 'cross' | 'scribble' | 'circle' | 'corrected'

/** What somebody meant by one question. */
export interface Meant {
  readonly name: string
  readonly kind: 'boxes' | 'text' | 'signature'
  /** On-states of what is chosen. */
  readonly states: readonly string[]
  /** Something is written, or signed. */
  readonly hasInk: boolean
  readonly habit: Habit
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

/** What a person brings along. */
export interface Person {
  readonly pen: keyof typeof pens
  readonly habit: Habit
}

/** Fills in a form as the person does, otherwise for each seed. */
export function fillIn(
  printed: readonly Canvas[],
  form: FormDefinition,
  { pen, habit }: Person,
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
    if (first.state === undefined) {
      const isSignature = first.control === 'signature'
      const hasInk = random(100) < 60
      if (hasInk)
        draw(first, (pen, box) =>
          isSignature ? pen.sign(box) : pen.write(words[random(words.length)]!, box, face),
        )
      return { name, kind: isSignature ? 'signature' : 'text', states: [], hasInk, habit }
    }
    const isGroup = first.control === 'radio'
    const chosen = isGroup
      ? random(100) < 80
        ? [slots[random(slots.length)]!]
        : []
      : slots.filter(() => random(100) < 40)
    for (const slot of chosen) draw(slot, (pen, box) => markOf(pen, box, habit, random))
    const others = slots.filter((slot) => !chosen.includes(slot))
    if (habit === 'corrected' && chosen.length > 0 && others.length > 0)
      draw(others[random(others.length)]!, (pen, box) => pen.blackOut(box))
    return { name, kind: 'boxes', states: chosen.map(({ state }) => state!), hasInk: false, habit }
  })
  return { pages, meant }
}

function groupOf({ name, control, state, field }: Slot): string {
  return control === 'checkbox' && field.type === 'checks' && state !== undefined
    ? name.slice(0, -(state.length + 1))
    : name
}

function markOf(hand: Hand, box: Box, habit: Habit, random: Random): void {
  if (habit === 'circle') hand.circle(box, hand.between(0.4, 2.2))
  else if (habit === 'scribble') hand.scribble(box, hand.between(0.45, 0.9))
  else if (habit === 'cross' || (habit === 'corrected' && random(2) === 0)) hand.cross(box)
  else hand.tick(box)
}
