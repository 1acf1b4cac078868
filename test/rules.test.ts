import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { rules } from '../src/messages/rules.ts'
import { filesIn } from './support/files-in.ts'

const root = join(import.meta.dirname, '..')
const ids = Object.keys(rules)
const firstOfImport = ids.indexOf('not-a-pdf')
const readme = readFileSync(join(root, 'README.md'), 'utf8')

/** Where rules about completed forms are shown by their names in quotes, beside the goldens. */
const importTests = /^(?:extract|keep|validate|verify)\/.*\.test\.ts$/

describe('the README', () => {
  test.each(ids)('has a heading for %s', (id) => {
    expect(readme.split('\n').filter((line) => line === `### ${id}`)).toHaveLength(1)
  })

  test('has no heading that looks like a rule and is none', () => {
    const headings = Array.from(readme.matchAll(/^### ([a-z]+(?:-[a-z]+)+)$/gm), ([, id]) => id)
    expect(headings.filter((id) => !ids.includes(id ?? ''))).toEqual([])
  })
})

describe('a fixture shows', () => {
  const shown = idsIn(/(?:^|\/)messages\.txt$/, /\b([a-z-]+)$/gm)
  test.each(ids.slice(0, firstOfImport))('%s', (id) => {
    expect([...shown]).toContain(id)
  })
})

describe('a completed form shows', () => {
  const shown = new Set([
    ...idsIn(/^import\/told\/.*\.txt$/, /\b([a-z-]+)$/gm),
    ...idsIn(/\/record\.json$/, /"rule": "([a-z-]+)"/g),
    ...idsIn(importTests, /'([a-z-]+)'/g),
  ])
  test.each(ids.slice(firstOfImport))('%s', (id) => {
    expect([...shown]).toContain(id)
  })
})

/** What the group of a pattern finds in the test files of these names. */
function idsIn(names: RegExp, pattern: RegExp): Set<string> {
  const files = filesIn(join(root, 'test')).filter((path) => names.test(path))
  const texts = files.map((path) => readFileSync(join(root, 'test', path), 'utf8'))
  return new Set(texts.flatMap((text) => Array.from(text.matchAll(pattern), ([, id = '']) => id)))
}
