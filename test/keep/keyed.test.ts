import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { importForms, openRecords } from '../../src/index.ts'
import { makeFolder } from '../support/project-copy.ts'
import { runCli } from '../support/run-cli.ts'
import { completedOnline, sampleForms } from '../support/sample-forms.ts'

test('a form on paper that somebody keyed on its page is a record that says so', async () => {
  const form = (await sampleForms()).get('training-record')!
  const answers = completedOnline(form, { 'participant.name': 'Ada Lovelace', 'period.year': 2026 })
  const cwd = makeFolder({
    'org.config.json': JSON.stringify({ organisation: { name: form.organisation } }),
    'saved.answers.json': answers,
  })
  mkdirSync(join(cwd, 'out/forms'), { recursive: true })
  writeFileSync(join(cwd, 'out/forms/training-record.form.json'), JSON.stringify(form))
  writeFileSync(join(cwd, 'out/training-record.html'), '')

  const told = await runCli(['records', 'add', 'training-record'], { cwd })
  expect(told.stdout).toContain('/out/training-record.html\n2. Key what is on the paper')
  const kept = await runCli(['records', 'add', 'training-record', 'saved.answers.json'], { cwd })
  expect(kept.stdout).toMatch(/^Peer-to-peer training record, incomplete, record [0-9a-f]{8}\n$/)
  const config = join(cwd, 'org.config.json')
  const [entry] = (await openRecords({ config })).entries
  expect(entry?.record.source).toMatchObject({ method: 'keyed', file: 'saved.answers.json' })

  const other = await runCli(['records', 'add', 'training-recrod', 'saved.answers.json'], { cwd })
  expect(other).toMatchObject({
    code: 2,
    stderr: 'There is no form `training-recrod`; there are training-record\n',
  })
  // The same file that comes by e-mail is the same record.
  const { counts } = await importForms({ paths: [join(cwd, 'saved.answers.json')], config })
  expect(counts.duplicate).toBe(1)
})
