import type { PDFArray, PDFDict, PDFDocument } from 'pdf-lib'
import { prefixInPack } from '../../../contracts/destinations.ts'
import { PLACE } from '../links.ts'
import { uriOf } from '../markers.ts'
import { destinationsIn, name, textIn } from '../objects.ts'

/** A document that links may lead to. */
export interface Target {
  readonly id: string
  /** Of its PDF. */
  readonly address: string
  readonly headings: ReadonlyMap<string, PDFArray>
}

/** Makes links to the PDFs of documents that are in this file lead to these, and to the places in them that are meant. */
export function leadInside(
  file: PDFDocument,
  links: readonly PDFDict[],
  targets: readonly Target[],
): void {
  const byAddress = new Map(targets.map((target) => [normal(target.address), target]))
  const destinations = destinationsIn(file)
  for (const link of links) {
    const target = byAddress.get(normal(uriOf(link) ?? ''))
    const place = textIn(link, PLACE)
    link.delete(name(PLACE))
    if (!target) continue
    const { id, headings } = target
    const named = name(prefixInPack(id) + place)
    const heading = place === undefined ? undefined : headings.get(decoded(place))
    // Chromium names the places only that something in the document itself leads to.
    if (heading && !destinations.has(named)) destinations.set(named, heading)
    link.delete(name('A'))
    link.set(name('Dest'), destinations.has(named) ? named : name(id))
  }
}

/** As a browser writes it. */
function normal(address: string): string {
  return URL.canParse(address) ? new URL(address).href : address
}

/** The browser writes letters beyond ASCII as in an address. */
function decoded(place: string): string {
  try {
    return decodeURIComponent(place)
  } catch {
    return place
  }
}
