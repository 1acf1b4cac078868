import { type Slot, slotKey } from './slot.ts'

/**
 * The address of a box on a printed page. Chromium keeps the place of links in the PDF, so the render stage makes each box a link
 * with this address, and the stamp stage puts the field there.
 */
const SCHEME = 'field:'

/** The address of a slot's box; with a prefix where several forms are printed as one file. */
export function fieldAddress(slot: Pick<Slot, 'name' | 'control' | 'state'>): string {
  const key = slotKey(slot)
  const name = encodeURIComponent(slot.name)
  return `${SCHEME}${name}${key === slot.name ? '' : `#${encodeURIComponent(slot.state ?? '')}`}`
}

/** The same address with a prefix before the name of the field; other addresses as they are. */
export function withFieldPrefix(address: string, prefix: string): string {
  return address.startsWith(SCHEME) ? `${SCHEME}${prefix}${address.slice(SCHEME.length)}` : address
}

/** The key of the slot that an address is of, see `slotKey`; undefined for other addresses. */
export function keyInAddress(address: string | undefined): string | undefined {
  return address?.startsWith(SCHEME) ? decodeURIComponent(address.slice(SCHEME.length)) : undefined
}
