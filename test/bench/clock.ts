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

/**
 * The median times of several things, in seconds by their names. They are done in turn, so that a slow moment of the machine meets all
 * of them.
 */
export async function inTurn<Name extends string>(
  runs: number,
  things: Readonly<Record<Name, () => unknown>>,
): Promise<Record<Name, number>> {
  const times = new Map<string, number[]>()
  for (let index = 0; index < runs; index += 1)
    for (const [name, run] of Object.entries<() => unknown>(things))
      times.set(name, [...(times.get(name) ?? []), await seconds(1, run)])
  return Object.fromEntries(
    Array.from(times, ([name, measured]) => [name, median(measured)]),
  ) as Record<Name, number>
}

/** The middle one of several times; 0 of none. */
export function median(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0
}
