import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { scoreOf } from './gaps/score.ts'

const root = join(import.meta.dirname, '../..')
const read = (name: string) => readFileSync(new URL(`gaps/${name}.md`, import.meta.url), 'utf8')

test.each(['templates', 'templates-2', 'templates-3'])(
  '98 %% of the gaps of %s are told',
  (name) => {
    const { found, places, missed } = scoreOf(read(name))
    expect(places).toBeGreaterThan(50)
    expect(found / places, missed.join('\n')).toBeGreaterThanOrEqual(0.98)
    expect(scoreOf(read(name).replaceAll('\n', '\r\n')).missed).toHaveLength(missed.length)
  },
)

test.each(['prose', 'prose-2', 'prose-3'])(
  'hardly anything is told of %s, which is made of difficult lines',
  (name) => {
    const { lines, falselyFound } = scoreOf(read(name))
    expect(lines).toBeGreaterThan(50)
    expect(falselyFound.length, falselyFound.join('\n')).toBeLessThanOrEqual(4)
  },
)

test('nothing is told of the words of the pack itself and of its documentation', () => {
  const files = globSync(['content/*.md', 'CONTRIBUTING.md'], { cwd: root })
  const scores = files.map((file) => scoreOf(bodyOf(readFileSync(join(root, file), 'utf8'))))
  const lines = scores.reduce((sum, score) => sum + score.lines, 0)
  expect(lines).toBeGreaterThan(1500)
  expect(scores.flatMap(({ gaps }) => gaps)).toEqual([])
})

function bodyOf(text: string): string {
  return text.replace(/^---\n[\s\S]*?\n---\n/, '')
}
