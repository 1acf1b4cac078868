/** The median time of several runs, in seconds. */
export async function seconds(runs: number, run: () => unknown): Promise<number> {
  const times: number[] = []
  for (let index = 0; index < runs; index += 1) {
    const start = performance.now()
    await run()
    times.push((performance.now() - start) / 1000)
  }
  return median(times)
}

/** The middle one of several times; 0 of none. */
export function median(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0
}

/** One time in relation to another, for people. */
export function ratio(time: number, to: number): string {
  return (time / to).toFixed(2)
}
