import type { Worker } from 'node:worker_threads'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Patience } from '../../src/forms/reading/patience.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** A worker that has the processor for a part of the time. */
function workerWith(part: number): Worker {
  let from = Date.now()
  let user = 0
  const cpuUsage = async () => {
    user += (Date.now() - from) * part * 1000
    from = Date.now()
    return { user, system: 0 }
  }
  return { cpuUsage } as unknown as Worker
}

const endsAfter = async (worker: Worker, renewAt?: number): Promise<number> => {
  const start = Date.now()
  const ended = vi.fn()
  const patience = new Patience(worker, 1000, ended)
  while (ended.mock.calls.length === 0 && Date.now() - start < 50_000) {
    await vi.advanceTimersByTimeAsync(100)
    if (Date.now() - start === renewAt) patience.renew()
  }
  patience.end()
  return Date.now() - start
}

test('a worker that computes all the time is stopped at its limit', async () => {
  expect(await endsAfter(workerWith(1))).toBe(1000)
})

test('a worker that gets a quarter of the processor has four times as long', async () => {
  const ms = await endsAfter(workerWith(0.25))
  expect(ms).toBeGreaterThan(3500)
  expect(ms).toBeLessThanOrEqual(4000)
})

test('a worker that waits for something that never comes is stopped too', async () => {
  expect(await endsAfter(workerWith(0))).toBe(10_000)
})

test('where Node does not tell, the clock counts', async () => {
  expect(await endsAfter({} as Worker)).toBe(1000)
})

test('each step has the whole time', async () => {
  expect(await endsAfter(workerWith(1), 900)).toBe(1900)
})

test('what has ended is not stopped any more', async () => {
  const ended = vi.fn()
  const patience = new Patience(workerWith(1), 1000, ended)
  await vi.advanceTimersByTimeAsync(900)
  patience.end()
  await vi.advanceTimersByTimeAsync(5000)
  expect(ended).not.toHaveBeenCalled()
})
