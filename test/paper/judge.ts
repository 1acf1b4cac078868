import type { Reading } from '../../src/model/paper.ts'
import type { Meant } from './completed.ts'

/** How a reading compares with what was meant. */
export const verdicts = ['right', 'uncertain', 'said written', 'lost', 'wrong'] as const
export type Verdict = (typeof verdicts)[number]

/**
 * `lost` is a text or signature taken for empty, `said written` one that is not there, which a person sees at once; `wrong` are boxes that
 * are certain and not what was meant.
 */
export function judge(
  { name, kind, states, hasInk }: Meant,
  readings: readonly Reading[],
): Verdict {
  const reading = readings.find((one) => one.name === name)
  if (!reading) throw new Error(`Nothing was read of ${name}`)
  if (reading.is === 'uncertain') return 'uncertain'
  if (kind === 'boxes')
    return reading.is === 'marked' && reading.states.join() === states.join() ? 'right' : 'wrong'
  const saysInk = reading.is === 'signature' ? reading.hasInk : reading.is === 'written'
  return saysInk === hasInk ? 'right' : hasInk ? 'lost' : 'said written'
}
