import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { sectionsOf } from '../src/explain/sections.ts'
import { MESSAGES_PAGE, type RuleId, rules } from '../src/messages/rules.ts'
import { situations, toldFile } from './import/situations.ts'

const root = join(import.meta.dirname, '..')
const ids = Object.keys(rules)
const page = sectionsOf(readFileSync(join(root, MESSAGES_PAGE), 'utf8'))

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

/** What tests of situations have compared a run's messages with; a situation that is gone shows nothing any more. */
const goldens = [
  ...goldensOf('fixtures', ['messages.txt', 'record.json']),
  ...goldensOf('check/fixtures', ['messages.txt']),
  ...goldensOf('prefill/fixtures', ['messages.txt']),
  ...goldensOf('programme/fixtures', ['messages.txt']),
  ...Object.keys(situations).map((situation) => join(root, 'test/import', toldFile(situation))),
].filter(existsSync)

describe('a situation shows', () => {
  const shown = new Set(goldens.flatMap(rulesIn))
  test.each(ids)('%s', (id) => {
    expect([...shown]).toContain(id)
  })
})

/** The goldens of these names in the folders of which each is a situation. */
function goldensOf(folder: string, names: readonly string[]): string[] {
  const path = join(root, 'test', folder)
  return readdirSync(path).flatMap((situation) => names.map((name) => join(path, situation, name)))
}

/** The rules of the messages in a golden, as the command line or a record shows them. */
function rulesIn(path: string): string[] {
  const pattern = path.endsWith('.json')
    ? /^ *"rule": "([a-z-]+)"/gm
    : /^\S.* (?:error|warning|info) .+ ([a-z-]+)$/gm
  return Array.from(readFileSync(path, 'utf8').matchAll(pattern), ([, id = '']) => id)
}
