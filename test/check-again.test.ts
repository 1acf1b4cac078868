import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { type CheckResult, check } from '../src/index.ts'
import { makeFolder } from './support/project-copy.ts'

const root = join(import.meta.dirname, '..')
const notes = () => join(process.env.HOME ?? '', '.cache/policypack/checks')

const policy = `---
id: kite-policy
kind: policy
title: Kite policy
version: 1.0.0
owner: Head of kites
approver: Board
effective: 2026-01-01
review: 2027-01-01
---

## Purpose

Kites are (insert kite colour).

![A kite](kite.svg)
`

let folder = ''

/** A note lies in the home folder; each test has one of its own, and a project. */
beforeEach(() => {
  process.env.HOME = makeFolder()
  process.env.USERPROFILE = process.env.HOME
  folder = makeFolder({
    'org.config.json': '{ "organisation": { "name": "Fernhill", "logo": "logo.svg" } }',
    'logo.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>',
    'content/kite-policy.md': policy,
    'content/kite.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>',
  })
})

function checkProject(more: object = {}): Promise<CheckResult> {
  return check({
    config: join(folder, 'org.config.json'),
    contentFolders: [join(folder, 'content'), join(folder, 'more')],
    date: new Date('2026-11-22'),
    ...more,
  })
}

/** Checks, and writes into the note what no check says. */
async function checkAndMark(): Promise<CheckResult> {
  const result = await checkProject()
  for (const name of readdirSync(notes()))
    edit(join(notes(), name), '"messages":[', '"messages":[0,')
  return result
}

async function isRecalled(more: object = {}): Promise<boolean> {
  const { messages } = await checkProject(more)
  return (messages as readonly unknown[]).includes(0)
}

function edit(path: string, from: string, to: string): void {
  const before = readFileSync(path, 'utf8')
  expect(before).toContain(from)
  writeFileSync(path, before.replace(from, to))
}

const changes: Readonly<Record<string, () => void>> = {
  'an answer': () =>
    edit(join(folder, 'org.config.json'), '} }', '}, "answers": { "kite colour": "red" } }'),
  'the configuration that is gone': () => rmSync(join(folder, 'org.config.json')),
  'a document': () => edit(join(folder, 'content/kite-policy.md'), '## Purpose', '### Purpose'),
  'a document as long as before': () =>
    edit(join(folder, 'content/kite-policy.md'), 'kite.svg', 'kits.svg'),
  'a document that is gone': () => rmSync(join(folder, 'content/kite-policy.md')),
  'one more document': () =>
    writeFileSync(join(folder, 'content/kites.md'), policy.replace('kite-policy', 'kites')),
  'a folder that was not there': () => {
    mkdirSync(join(folder, 'more'))
    writeFileSync(join(folder, 'more/kites.md'), 'Kites')
  },
  'a picture': () => edit(join(folder, 'content/kite.svg'), 'svg', 'sv'),
  'the logo': () => edit(join(folder, 'logo.svg'), '<svg', '<sv'),
  'a template of its own': () => {
    cpSync(join(root, 'templates/document.hbs'), join(folder, 'templates/document.hbs'))
    edit(join(folder, 'templates/document.hbs'), '{{', '{{{{{')
  },
  'the list of published forms': () =>
    writeFileSync(join(folder, 'published-forms.json'), '{ "forms": 1 }'),
  'what checked': () => {
    for (const name of readdirSync(notes()))
      edit(join(notes(), name), '"builder":"', '"builder":"0')
  },
  'the note, which is broken off': () => {
    for (const name of readdirSync(notes())) {
      const path = join(notes(), name)
      writeFileSync(path, readFileSync(path).subarray(0, -9))
    }
  },
}

test('says what it said where nothing changed', async () => {
  const first = await checkProject()
  expect(first.messages).not.toEqual([])
  expect(await checkProject()).toEqual(first)
  await checkAndMark()
  expect(await isRecalled()).toBe(true)
})

test.each(Object.keys(changes))('checks anew after a change of %s', async (name) => {
  await checkAndMark()
  changes[name]!()
  expect(await isRecalled()).toBe(false)
  const again = await checkProject()
  process.env.HOME = makeFolder()
  expect(await checkProject()).toEqual(again)
})

test.each([
  ['another day', { date: new Date('2027-02-01') }],
  ['a draft', { draft: true }],
  ['prints', { print: true }],
  ['other folders', { contentFolders: [] }],
])('checks anew for %s', async (_, more) => {
  await checkAndMark()
  expect(await isRecalled(more)).toBe(false)
})

test('checks anew in another folder, from which files have other names', async () => {
  await checkAndMark()
  const before = process.cwd()
  process.chdir(folder)
  const there = await isRecalled()
  process.chdir(before)
  expect(there).toBe(false)
})

test('takes no note from the project, which somebody else may have made', async () => {
  await checkAndMark()
  for (const place of ['', 'out', '.cache/policypack/checks'])
    cpSync(notes(), join(folder, place), { recursive: true })
  process.env.HOME = makeFolder()
  expect(await isRecalled()).toBe(false)
})
