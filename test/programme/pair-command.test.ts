import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { makeFolder } from '../support/project-copy.ts'
import { runCli } from '../support/run-cli.ts'

test('pairs are proposed, accepted into the ledger, and not repeated', async () => {
  const cwd = makeFolder({
    'org.config.json': JSON.stringify({
      organisation: { name: 'Larkspur', contact: 'people@example.org' },
      answers: { 'rotation period': 'six months', 'minimum meeting frequency': 'every month' },
    }),
    'people.csv': 'id,name,email\n1,Ada,ada@example.org\n2,Ben,\n3,Chen,\n4,Łukasz,\n',
  })
  const proposed = await runCli(['pair', '--on', '2026-12-01', '--fix', 'Ada=4'], { cwd })
  expect(proposed).toEqual({
    code: 0,
    stderr: '',
    stdout: [
      'Ada and Łukasz  fixed by you; never paired before; hours are not known of both',
      'Ben and Chen    never paired before; hours are not known of both',
      '2 pairs proposed from 2026-12-01; add --accept to accept them',
      '',
    ].join('\n'),
  })
  await runCli(['pair', '--on', '2026-12-01', '--fix', 'Ada=4', '--accept'], { cwd })
  const folder = join(cwd, 'programme/peers-2026-12-01')
  expect(readdirSync(folder).sort()).toEqual([
    ...['ada-and-lukasz.eml', 'ada-and-lukasz.ics', 'ben-and-chen.eml', 'ben-and-chen.ics'],
  ])
  const mail = readFileSync(join(folder, 'ada-and-lukasz.eml'), 'utf8')
  expect(mail).toContain('To: ada@example.org\r\n')
  const body = Buffer.from(mail.split('\r\n\r\n')[1]!, 'base64').toString()
  expect(body).toContain(
    "From 1 December 2026, you are each other's peer. The pairs stay together for six months.",
  )
  const calendar = readFileSync(join(folder, 'ada-and-lukasz.ics'), 'utf8')
  expect(calendar).toContain('RRULE:FREQ=MONTHLY;INTERVAL=1;UNTIL=20270531')
  const next = await runCli(['pair', '--on', '2027-06-01'], { cwd })
  expect(next.stdout).not.toMatch(/paired before, |Ada and Łukasz|Ben and Chen/)
  const pairs = await runCli(['people', 'pairs', '--on', '2026-12-15'], { cwd })
  expect(pairs.stdout).toMatch(/^2026-12-01 {2}open {2}peer {2}Ada and Łukasz\n/)
}, 60_000)
