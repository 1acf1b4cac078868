import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { rules } from '../src/messages/rules.ts'
import { situations, toldFile } from './import/situations.ts'

const root = join(import.meta.dirname, '..')
const ids = Object.keys(rules)
const readme = readFileSync(join(root, 'README.md'), 'utf8')

describe('the README', () => {
  test.each(ids)('has a heading for %s', (id) => {
    expect(readme.split('\n').filter((line) => line === `### ${id}`)).toHaveLength(1)
  })

  test('has no heading that looks like a rule and is none', () => {
    const headings = Array.from(readme.matchAll(/^### ([a-z]+(?:-[a-z]+)+)$/gm), ([, id]) => id)
    expect(headings.filter((id) => !ids.includes(id ?? ''))).toEqual([])
  })
})

/** What tests of situations have compared a run's messages with; a situation that is gone shows nothing any more. */
const goldens = [
  ...goldensOf('fixtures', ['messages.txt', 'record.json']),
  ...goldensOf('check/fixtures', ['messages.txt']),
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
