import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { sectionsOf } from '../src/explain/sections.ts'
import { MESSAGES_PAGE, type RuleId, rules } from '../src/messages/rules.ts'
import { filesIn } from './support/files-in.ts'

const root = join(import.meta.dirname, '..')
const ids = Object.keys(rules)
const firstOfImport = ids.indexOf('not-a-pdf')
const page = sectionsOf(readFileSync(join(root, MESSAGES_PAGE), 'utf8'))

/** Where rules about completed forms are shown by their names in quotes, beside the goldens. */
const importTests = /^(?:extract|keep|validate|verify)\/.*\.test\.ts$/

describe('the page of messages', () => {
  test('has one paragraph for each rule, and none besides', () => {
    expect(page.map(({ heading }) => heading).toSorted()).toEqual(ids.toSorted())
  })

  test.each(page)('says of $heading how grave it is and what to do', ({ heading, text }) => {
    const { severity } = rules[heading as RuleId]
    const [first = ''] = text.split('\n\n')
    expect(first).toMatch(new RegExp(`^${severity}\\. .+\\.\\s.+\\.$`, 'is'))
  })

  test.each(page)('shows $heading as it is told', ({ heading, text }) => {
    const { severity } = rules[heading as RuleId]
    const [example, ...more] = [...text.matchAll(/^ {4}(.*)$/gm)].map(([, line]) => line)
    expect(example).toMatch(new RegExp(`^\\S+ ${severity} .* ${heading}$`))
    expect(more).toEqual([])
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
