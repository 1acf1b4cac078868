import { isHere, notTried, programs } from './programs.ts'

/** Says after the last test which real programs are missing, so that nobody takes their tests for passed. */
export function teardown(): void {
  const line = notTried(programs.filter((program) => !isHere(program)))
  if (line) console.error(line)
}
