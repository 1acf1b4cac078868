import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { type CheckResult, check } from '../src/index.ts'
import { makeFolder } from './support/project-copy.ts'

const policy = `---
id: kite-policy
kind: policy
title: Kite policy
version: 1.0.0
owner: (insert kite owner)
approver: Board
effective: 2026-01-01
review: 2027-01-01
---

## Purpose

Kites are (insert kite colour) and (insert kite length) long.
`

let folder = ''

/** Notes lie in the home folder; each test has one of its own, and a project. */
beforeEach(() => {
  inNewHome()
  folder = makeFolder({ 'org.config.json': '', 'content/kite-policy.md': policy })
})

function inNewHome(): void {
  process.env.HOME = makeFolder()
  process.env.USERPROFILE = process.env.HOME
}

const notes = () => join(process.env.HOME ?? '', '.cache/policypack/parsed')

/** Checks with an answer, another one of which the content is not noted for. */
function checkWith(colour: string): Promise<CheckResult> {
  const answers = { 'kite colour': colour }
  const config = { organisation: { name: 'Fernhill' }, answers }
  writeFileSync(join(folder, 'org.config.json'), JSON.stringify(config))
  const date = new Date('2026-11-22')
  return check({
    config: join(folder, 'org.config.json'),
    contentFolders: [join(folder, 'content')],
    date,
    print: false,
  })
}

test('what was read before tells the same, with the same places', async () => {
  await checkWith('red')
  const noted = readdirSync(notes())
  expect(noted).toHaveLength(1)
  const second = await checkWith('blue')
  expect(readdirSync(notes())).toEqual(noted)
  expect(second.messages.map(({ line, rule }) => [line, rule])).toEqual([
    [6, 'placeholder-unanswered'],
    [14, 'placeholder-unanswered'],
  ])
  inNewHome()
  expect(await checkWith('blue')).toEqual(second)
})

test('what was changed is read anew, and so is what cannot be read from its note', async () => {
  const first = await checkWith('red')
  for (const name of readdirSync(notes())) writeFileSync(join(notes(), name), 'garbled')
  expect(await checkWith('blue')).toEqual(first)
  writeFileSync(
    join(folder, 'content/kite-policy.md'),
    policy.replace(' and (insert kite length) long', ''),
  )
  expect((await checkWith('green')).messages.map(({ line }) => line)).toEqual([6])
})

test('what there was something to say of is said each time', async () => {
  writeFileSync(
    join(folder, 'content/kite-policy.md'),
    policy.replace('kind: policy', 'kind: poem'),
  )
  const first = await checkWith('red')
  expect(first.ok).toBe(false)
  expect(await checkWith('blue')).toEqual(first)
})
