/** The day at a time where this machine is, ISO 8601. */
export function localDay(time: Date): string {
  const shifted = new Date(time.getTime() - time.getTimezoneOffset() * 60_000)
  return shifted.toISOString().slice(0, 10)
}
