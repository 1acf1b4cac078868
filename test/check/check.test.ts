import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { check } from '../../src/pack/check/index.ts'
import { fill } from '../../src/pack/fill/index.ts'
import { messageLines } from '../support/outline.ts'
import { readFixture } from '../support/stages.ts'

const fixtures = new URL('fixtures/', import.meta.url)

test.each(readdirSync(fixtures))('checks %s', async (name) => {
  const { project, documents, files } = readFixture(new URL(`${name}/`, fixtures))
  check(fill(documents, project, { draft: false }).documents, project, {
    today: '2026-11-22',
  })
  await expect(`${messageLines(files)}\n`).toMatchFileSnapshot(`fixtures/${name}/messages.txt`)
})
