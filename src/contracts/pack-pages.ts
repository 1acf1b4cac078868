/**
 * The address of a page of a document in the one PDF of all: the render stage puts a link with it on each page that is to have one, and
 * the stamp stage the page in its place.
 */
const SCHEME = 'page:'

/** Separates the place from a file's address in links to another document, in files that are to become one. */
const PLACE = '#policypack-place--'

/** Page `index`, from 0, of a document. */
export function packPageAddress(id: string, index: number): string {
  return `${SCHEME}${id}#${index}`
}

/** Whether an address is one of {@link packPageAddress}. */
export function isPackPageAddress(address: string | undefined): boolean {
  return address?.startsWith(SCHEME) ?? false
}

/** The address of another PDF, with the place in it that is meant where both become one. */
export function addressOfPlace(address: string, anchor: string | undefined): string {
  return anchor === undefined ? address : `${address}${PLACE}${anchor}`
}

/** The address alone, which leads to the file as a whole, and the place as it is written there. */
export function placeInAddress(address: string): [address: string, anchor: string | undefined] {
  const at = address.indexOf(PLACE)
  return at < 0 ? [address, undefined] : [address.slice(0, at), address.slice(at + PLACE.length)]
}

/** The address of the PDF of a document: on the web site of the pack, or beside the file where there is none. */
export function addressOfPdf(
  id: string,
  { site = '' }: { readonly site?: string | undefined },
): string {
  return `${site}${id}.pdf`
}
