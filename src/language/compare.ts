/** The order of two texts by their code units, which is the same on every machine; of ISO 8601 days it is that of time. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
