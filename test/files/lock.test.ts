import { join } from 'node:path'
import { expect, test } from 'vitest'
import { withLock } from '../../src/files/lock.ts'
import { temporaryFolder } from '../keep/support.ts'

test('no two of many at once hold a lock together', async () => {
  const path = join(temporaryFolder(), 'lock')
  let holders = 0
  const most = await Promise.all(
    Array.from({ length: 24 }, async () => {
      let seen = 0
      for (let turn = 0; turn < 60; turn++)
        await withLock(path, 'Another is at work', async () => {
          seen = Math.max(seen, ++holders)
          await new Promise(setImmediate)
          holders--
        })
      return seen
    }),
  )
  expect(Math.max(...most)).toBe(1)
})
