import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { scoreOf } from './gaps/score.ts'

const read = (name: string) => readFileSync(new URL(`gaps/${name}.md`, import.meta.url), 'utf8')

describe('gaps', () => {
  test.each(['templates'])('of %s are told', (name) => {
    const { found, places, missed } = scoreOf(read(name))
    expect(places).toBeGreaterThan(90)
    expect(missed.slice(0, 40)).toEqual([])
    expect(found / places).toBeGreaterThan(0.98)
  })

  test.each(['prose'])('are not seen in %s', (name) => {
    const { lines, falselyFound } = scoreOf(read(name))
    expect(falselyFound).toEqual([])
    expect(lines).toBeGreaterThan(100)
  })
})
