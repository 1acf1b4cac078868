/** An address that a document may link to; undefined for one that leads to a file of somebody's machine, or runs. */
export function safeAddress(address: string): string | undefined {
  const own = behindRedirect(address.trim())
  return /^(?:https?:\/\/|mailto:|tel:)/i.test(own) ? own : undefined
}

/** Google Docs leads every link of a page that it makes by way of itself. */
function behindRedirect(address: string): string {
  const [, query] = /^https?:\/\/www\.google\.[a-z.]+\/url\?(.*)$/i.exec(address) ?? []
  return (query && new URLSearchParams(query).get('q')) || address
}
