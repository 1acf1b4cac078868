import { type Slot, slotsOf } from '../../contracts/slot.ts'
import type { FormDefinition } from '../../model/form.ts'
import type { Rect } from '../../pdf/index.ts'
import type { Placement } from './register.ts'

/** The place of a slot on a page that is being read. */
export interface Box {
  readonly slot: Slot
  readonly rect: Rect
}

/** The places of a form's slots on one of its own pages, counted from 0. */
export function boxesOf(form: FormDefinition, page: number): Box[] {
  const slots = new Map(slotsOf(form.fields).map((slot) => [keyOf(slot), slot]))
  return form.widgets.flatMap((widget) => {
    const slot = slots.get(keyOf(widget))
    return slot && widget.page === page ? [{ slot, rect: widget.rect }] : []
  })
}

/** The same box on a copy of the page. */
export function moved({ slot, rect }: Box, { scale, dx, dy }: Placement): Box {
  const [left, bottom, right, top] = rect
  return {
    slot,
    rect: [left * scale + dx, bottom * scale + dy, right * scale + dx, top * scale + dy],
  }
}

function keyOf({ name, state }: { readonly name: string; readonly state?: string | undefined }) {
  return JSON.stringify([name, state])
}
