import { execFileSync } from 'node:child_process'
import { median } from './clock.ts'

/** A process to measure. */
export interface Start {
  /** The program, when it is not Node. */
  readonly program?: string
  readonly args: readonly string[]
  /** Done before each of its runs, and not measured. */
  readonly before?: () => void
}

/**
 * The median times of whole processes, by their names. They run in turn, so that a slow moment of the machine meets all of them; the
 * first rounds, which fill the caches, do not count.
 */
export function timesOf<Name extends string>(
  starts: Readonly<Record<Name, Start>>,
  { runs, warm, cwd }: { readonly runs: number; readonly warm: number; readonly cwd: string },
): Record<Name, number> {
  const times = new Map<string, number[]>()
  for (let run = -warm; run < runs; run += 1)
    for (const [name, { program = process.execPath, args, before }] of Object.entries<Start>(
      starts,
    )) {
      before?.()
      const start = performance.now()
      execFileSync(program, args, {
        cwd,
        stdio: 'ignore',
        shell: program === 'npx' && process.platform === 'win32',
      })
      if (run >= 0) times.set(name, [...(times.get(name) ?? []), performance.now() - start])
    }
  return Object.fromEntries(
    Array.from(times, ([name, measured]) => [name, median(measured)]),
  ) as Record<Name, number>
}
