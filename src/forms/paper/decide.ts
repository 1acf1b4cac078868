import { readAs, type Slot, slotsOf } from '../../contracts/slot.ts'
import type { FormDefinition } from '../../model/form.ts'
import type { BoxInk, Doubt, FormPage, Reading } from '../../model/paper.ts'

/** mm² of ink up to which a box is empty, and from which on it is marked; and the same of a field to write in. */
export const BOX = { empty: 0.12, marked: 0.45 } as const
export const FIELD = { empty: 0.25, marked: 0.55 } as const
/** Part of a box that no tick or cross covers, and mm² of ink that go along with it outside. */
const SCRIBBLE = { cover: 0.5, beside: 2.2 } as const
/** Part of a box that is covered only where it was blacked out. */
const BLACKED_OUT = 0.75
/** mm² of ink that mean something though they are in no box: beside boxes, and over their words; and where nothing is in any box. */
const OUTSIDE = { apart: 1.2, over: 0.25, written: Infinity, hint: Infinity } as const
const INSTEAD = { apart: 0.3, over: 0.2, written: 0.4, hint: 0.3 } as const
/** Part of what is printed at a place that must be there. */
const LEAST_FIT = 0.65
/** Part of the pale print of a page that must be there, or pale ink may be gone with it. */
const LEAST_KEPT = 0.4
/** Faint places of a page that are enough to say that its pen was pale. */
const SOME_FAINT = 3
/** How much lighter the paper may be on one side of a box than on the other. */
const UNEVEN = 0.3

type Amount = 'empty' | 'faint' | 'marked'

/**
 * What the pages of a form say of each of its questions. Boxes are looked at by question: one that is marked among empty ones is
 * certain, and where anything is in doubt, the whole question is.
 */
export function decide(
  form: Pick<FormDefinition, 'fields' | 'widgets'>,
  pages: readonly FormPage[],
): Reading[] {
  const pictures = [...Map.groupBy(pages, ({ page }) => page).values()]
  const most = Math.max(1, ...pictures.map(({ length }) => length))
  const [first, ...others] = Array.from({ length: most }, (_, index) =>
    decideOnce(
      form,
      pictures.map((same) => same[Math.min(index, same.length - 1)]!),
    ),
  )
  return first!.map((reading, at) => together([reading, ...others.map((one) => one[at]!)]))
}

/** Of a picture that is bad, the others tell; of one that shows something unclear, a person does. */
function together(readings: readonly [Reading, ...Reading[]]): Reading {
  const clear = readings.filter((one) => one.is !== 'uncertain' || !isOfPicture(one.why))
  const [first] = clear
  if (!first) return readings[0]
  const unclear = clear.find((one) => one.is === 'uncertain')
  if (unclear) return unclear
  if (clear.every((one) => JSON.stringify(one) === JSON.stringify(first))) return first
  const states = clear.flatMap((one) => (one.is === 'marked' ? one.states : []))
  const { name } = first
  return { is: 'uncertain', name, why: 'pictures-differ', states: [...new Set(states)] }
}

/** Whether the picture is at fault, and not what is on the paper. */
function isOfPicture(why: Doubt): boolean {
  return ofPicture.has(why)
}

const ofPicture: ReadonlySet<Doubt> = new Set([
  ...(['bilevel', 'coarse', 'misplaced', 'noisy', 'several'] as const),
  ...(['poor-fit', 'uneven-light', 'faded'] as const),
])

function decideOnce(
  form: Pick<FormDefinition, 'fields' | 'widgets'>,
  pages: readonly FormPage[],
): Reading[] {
  const boxes = new Map(
    pages.flatMap((page) => page.boxes.map((box) => [keyOf(box), { box, page }] as const)),
  )
  const pale = new Set(pages.filter(isPale))
  return [...Map.groupBy(slotsOf(form.fields), readAs)].map(([name, slots]): Reading => {
    const seen = slots.flatMap((slot) => boxes.get(keyOf(slot)) ?? [])
    const inks = seen.map(({ box }) => box)
    const uncertain = (why: Doubt): Reading => ({
      is: 'uncertain',
      name,
      why,
      states: inks.flatMap(({ state, strong }) =>
        state !== undefined && strong > BOX.empty ? [state] : [],
      ),
    })
    if (seen.length < slots.length) return uncertain('page-missing')
    const [doubt] = seen.flatMap(({ page }) => page.doubts)
    if (doubt) return uncertain(doubt)
    if (seen.some(({ page }) => pale.has(page)) && !inks.some(isMarked)) return uncertain('faint')
    const [first] = slots as [Slot]
    const why = doubtOf(inks, first)
    if (why) return uncertain(why)
    if (first.state !== undefined)
      return {
        is: 'marked',
        name,
        states: inks.filter(isMarked).flatMap(({ state }) => state ?? []),
      }
    const hasInk = inks.some(isMarked)
    return first.control === 'signature'
      ? { is: 'signature', name, hasInk }
      : { is: hasInk ? 'written' : 'empty', name }
  })
}

/** The questions of a page, in the order of the form, with their places there. */
export function questionsOn(
  { fields, widgets }: Pick<FormDefinition, 'fields' | 'widgets'>,
  page: number,
): { readonly name: string; readonly widgets: FormDefinition['widgets'] }[] {
  const places = Map.groupBy(
    widgets.filter((widget) => widget.page === page),
    keyOf,
  )
  return [...Map.groupBy(slotsOf(fields), readAs)]
    .map(([name, slots]) => ({
      name,
      widgets: slots.flatMap((slot) => places.get(keyOf(slot)) ?? []),
    }))
    .filter((question) => question.widgets.length > 0)
}

/** Whether one of two pictures of a page has something in a place that is empty on the other. */
export function differ(boxes: readonly BoxInk[], others: readonly BoxInk[]): boolean {
  const isEmpty = new Map(others.map((box) => [keyOf(box), amountOf(box) === 'empty']))
  return boxes.some((box) => isEmpty.get(keyOf(box)) === (amountOf(box) !== 'empty'))
}

function keyOf({
  name,
  state,
}: {
  readonly name: string
  readonly state?: string | undefined
}): string {
  return `${name} ${state ?? ''}`
}

function doubtOf(inks: readonly BoxInk[], { state, control }: Slot): Doubt | undefined {
  if (inks.some(({ fit }) => fit < LEAST_FIT)) return 'poor-fit'
  if (inks.some(({ shadow }) => shadow > UNEVEN)) return 'uneven-light'
  const marked = inks.filter(isMarked)
  if (marked.length === 0 && inks.some(({ kept }) => kept < LEAST_KEPT)) return 'faded'
  const isOutside = inks.some((ink) => isBeside(ink, marked.length > 0 ? OUTSIDE : INSTEAD))
  if (state === undefined) {
    if (inks.some(isFaint)) return 'faint'
    // Of a text a person sees what it is; a stain must not count as a signature.
    if (control === 'signature')
      return marked.some(({ own }) => own <= FIELD.marked) ? 'beside' : undefined
    return marked.length === 0 && isOutside ? 'beside' : undefined
  }
  if (inks.some(isScribble)) return 'scribble'
  if (inks.some(isFaint)) return 'faint'
  if (control === 'radio' && marked.length > 1) return 'several-marks'
  const isMeant = marked.every(({ own }) => own > BOX.marked)
  return isOutside || !isMeant ? 'beside' : undefined
}

/** Whether a page was filled in so faintly that more may be there than is seen. */
function isPale({ boxes }: FormPage): boolean {
  const faint = boxes.filter(isFaint).length
  return faint >= SOME_FAINT && faint > boxes.filter(isMarked).length
}

function isBeside(
  { apart, written, over, hint }: BoxInk,
  most: typeof OUTSIDE | typeof INSTEAD,
): boolean {
  return apart > most.apart || written > most.written || over > most.over || hint > most.hint
}

function isMarked(ink: BoxInk): boolean {
  return amountOf(ink) === 'marked'
}

function isFaint(ink: BoxInk): boolean {
  return amountOf(ink) === 'faint'
}

function isScribble({ cover, beside }: BoxInk): boolean {
  return cover > BLACKED_OUT || (cover > SCRIBBLE.cover && beside > SCRIBBLE.beside)
}

function amountOf({ state, strong, faint }: BoxInk): Amount {
  const bounds = state === undefined ? FIELD : BOX
  if (strong > bounds.marked) return 'marked'
  return Math.max(strong, faint) < bounds.empty ? 'empty' : 'faint'
}
