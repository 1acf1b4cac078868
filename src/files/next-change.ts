import { watch } from 'node:fs'
import { dirname } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { isAsSeen, type Seen } from './seen.ts'

/** How long a change may go unseen where the system tells of none, as on network disks; in milliseconds. */
const PAUSE = 400
/** A program that saves may empty a file before it writes it. */
const SETTLING = 15

/**
 * Waits until a place is not as it was seen any more, or the signal comes. The system tells at once of what happens in a
 * folder; looking from time to time as well works alike on every disk, and sees folders that come later.
 */
export async function nextChange(seen: Seen, signal: AbortSignal): Promise<void> {
  let alarm = new AbortController()
  using watchers = new DisposableStack()
  for (const folder of new Set([...seen.keys()].map((path) => dirname(path)))) {
    try {
      const watcher = watch(folder, () => alarm.abort())
      watcher.on('error', () => watcher.close())
      watchers.defer(() => watcher.close())
    } catch {
      // Not there, or on a disk that tells nothing.
    }
  }
  while (!signal.aborted && isAsSeen(seen)) {
    await wait(PAUSE, undefined, { signal: AbortSignal.any([signal, alarm.signal]) }).catch(
      () => {},
    )
    alarm = new AbortController()
    await wait(SETTLING)
  }
}
