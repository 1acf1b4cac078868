import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { messagesOf } from '../../src/messages/message.ts'
import { fill } from '../../src/pack/fill/index.ts'
import { messageLines, outlineOf } from '../support/outline.ts'
import { readFixture } from '../support/stages.ts'

const fixtures = new URL('fixtures/', import.meta.url)

test.each(readdirSync(fixtures))('fills %s', async (name) => {
  const { project, documents, files } = readFixture(new URL(`${name}/`, fixtures))
  const filled = fill(documents, project, { draft: false })
  const golden = [messageLines(files), ...filled.documents.map(outlineOf)].join('\n\n')
  await expect(golden).toMatchFileSnapshot(`fixtures/${name}/filled.txt`)
})

test('tells of each placeholder where it stands and whether it has an answer', () => {
  const { project, documents } = readFixture(new URL('answers/', fixtures))
  const { placeholders } = fill(documents, project, { draft: false })
  expect(placeholders.filter(({ document }) => document === 'first').slice(0, 3)).toEqual([
    {
      key: 'owner',
      document: 'first',
      file: 'first.md',
      line: 6,
      column: 8,
      sentence: '(insert owner)',
      answered: true,
    },
    {
      key: 'organisation name',
      document: 'first',
      file: 'first.md',
      line: 9,
      column: 1,
      sentence: '(Insert organisation name) is (insert team name).',
      answered: true,
    },
    {
      key: 'team name',
      document: 'first',
      file: 'first.md',
      line: 9,
      column: 31,
      sentence: '(Insert organisation name) is (insert team name).',
      answered: true,
    },
  ])
})

test('takes open placeholders as warnings in a draft, and leaves gaps', () => {
  const { project, documents, files } = readFixture(new URL('faults/', fixtures))
  const filled = fill(documents, project, { draft: true })
  const open = files
    .flatMap(messagesOf)
    .filter(({ rule }) => rule === 'placeholder-unanswered' || rule === 'placeholder-misspelt')
  expect(open.length).toBeGreaterThan(0)
  expect(open.map(({ severity }) => severity)).toEqual(open.map(() => 'warning'))
  expect(filled.documents.map(outlineOf).join()).toContain(
    'gap {"raw":"(insert organsation name)"}',
  )
})

test('leaves the parsed documents as they were', () => {
  const { project, documents } = readFixture(new URL('answers/', fixtures))
  const before = documents.map(outlineOf)
  fill(documents, project, { draft: false })
  expect(documents.map(outlineOf)).toEqual(before)
})
