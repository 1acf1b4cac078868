import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { prose, read, scoreOf, scoreOfAll, templates } from './gaps/score.ts'

const root = join(import.meta.dirname, '../..')

test.each(templates)('at least 98 in 100 gaps of %s are told', (name) => {
  const { found, places, missed } = scoreOf(read(name))
  expect(places).toBeGreaterThan(5)
  expect(found / places, missed.join('\n')).toBeGreaterThanOrEqual(0.98)
  expect(scoreOf(read(name).replaceAll('\n', '\r\n')).missed).toHaveLength(missed.length)
})

test('of prose that is full of brackets, figures and capitals, hardly a line in a thousand is told', () => {
  const { lines, falselyFound } = scoreOfAll(prose)
  expect(lines).toBeGreaterThan(1000)
  expect(falselyFound.length / lines, falselyFound.join('\n')).toBeLessThanOrEqual(1 / 1000)
})

test('nothing is told of the words of the pack itself and of its documentation', () => {
  const files = globSync(['content/*.md', 'CONTRIBUTING.md'], { cwd: root })
  const scores = files.map((file) => scoreOf(bodyOf(readFileSync(join(root, file), 'utf8'))))
  const lines = scores.reduce((sum, score) => sum + score.lines, 0)
  expect(lines).toBeGreaterThan(1400)
  expect(scores.flatMap(({ gaps }) => gaps)).toEqual([])
})

function bodyOf(text: string): string {
  return text.replace(/^---\n[\s\S]*?\n---\n/, '')
}
