import { mkdtempSync } from 'node:fs'
import { copyFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import type { ImportResult } from '../../src/index.ts'
import { samplePack } from '../support/sample-pack.ts'
import { makeSampleProgramme } from './sample/make.ts'

const folder = mkdtempSync(join(tmpdir(), 'programme-'))
let results: ImportResult[] = []

beforeAll(async () => {
  await copyFile(
    join(import.meta.dirname, '../../org.config.json'),
    join(folder, 'org.config.json'),
  )
  results = await makeSampleProgramme({ folder, forms: join(await samplePack(), 'forms') })
}, 300_000)

test('a year of forms is imported, and what is not complete is what was left out on purpose', () => {
  const counts = Map.groupBy(
    results,
    ({ status, record, file }) =>
      `${status} ${record?.form.id ?? file.replace(/^.*\d-|\.answers\.json$/g, '')}`,
  )
  expect(
    [...counts].map(([kind, alike]) => `${alike.length} ${kind}`).sort(),
  ).toMatchInlineSnapshot(`
    [
      "1 accepted private-note-to-hr",
      "1 incomplete coaching-consent",
      "1 private coaching-session-notes",
      "107 accepted goal-setting-record",
      "11 accepted coaching-competency-assessment",
      "12 accepted mentoring-request",
      "201 accepted peer-meeting-record",
      "24 accepted training-record",
      "3 accepted mentoring-withdrawal",
      "5 accepted coaching-consent",
      "5 private personal-goals",
      "6 accepted mentoring-action-plan",
      "8 accepted mentoring-contract",
      "8 accepted mentoring-evaluation",
      "8 accepted participant-review",
      "8 accepted peer-coach-nomination",
      "8 accepted personal-goals",
    ]
  `)
  const wrong = results.flatMap(({ messages }) =>
    messages.filter(({ severity }) => severity === 'error').map(({ message }) => message),
  )
  expect(wrong).toMatchInlineSnapshot(`
    [
      "Date of coachee's signature has no answer; fill it in",
      "Coachee's signature is missing; sign in the box: draw it, type the name, or use a digital signature",
    ]
  `)
})
