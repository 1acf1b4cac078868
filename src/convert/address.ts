/** An address that a document may link to; undefined for one that leads to a file of somebody's machine, or runs. */
export function safeAddress(address: string): string | undefined {
  return /^(?:https?:\/\/|mailto:|tel:)/i.test(address.trim()) ? address.trim() : undefined
}
