/**
 * The made-up site under which pages are printed: a host that no name server knows (RFC 2606, `.invalid`). What follows it is
 * relative to the pack, and becomes so again in the PDF.
 */
const ORIGIN = 'http://policypack.invalid/'

/** The address of a file of the pack while it is printed. */
export function printAddress(path: string): string {
  return ORIGIN + path
}

/** An address in a printed file as it is in the pack: relative where it leads to one of its files. */
export function addressInPack(address: string): string {
  return address.startsWith(ORIGIN) ? address.slice(ORIGIN.length) : address
}
