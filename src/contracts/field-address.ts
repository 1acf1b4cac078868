import { type Slot, slotKey } from './slot.ts'

/**
 * The address of a box on a printed page. Chromium keeps the place of links in the PDF, so the render stage makes each box a link
 * with this address, and the stamp stage puts the field there.
 */
const SCHEME = 'field:'

export function fieldAddress(slot: Pick<Slot, 'name' | 'control' | 'state'>): string {
  const key = slotKey(slot)
  const name = encodeURIComponent(slot.name)
  return `${SCHEME}${name}${key === slot.name ? '' : `#${encodeURIComponent(slot.state ?? '')}`}`
}

/** The key of the slot that an address is of, see `slotKey`; undefined for other addresses. */
export function keyInAddress(address: string | undefined): string | undefined {
  return address?.startsWith(SCHEME) ? decodeURIComponent(address.slice(SCHEME.length)) : undefined
}
