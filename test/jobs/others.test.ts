import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { sealDefinition } from '../../src/contracts/definition.ts'
import { version } from '../../src/contracts/version.ts'
import { readKnownForms } from '../../src/forms/gather/index.ts'
import { keepDefinitions } from '../../src/jobs/definitions.ts'
import { hashOfFile, type ImportJob } from '../../src/jobs/job.ts'
import { leaveToLater, openQueues, queueOf } from '../../src/jobs/queues.ts'
import { ask } from '../support/postgres.ts'
import { runCli } from '../support/run-cli.ts'
import { sharedPostgres } from '../support/shared-postgres.ts'
import { projectIn } from './project.ts'

const postgres = sharedPostgres()

test('a worker reads by the definitions of the job, leaves what is for other versions, and reads no file outside its folders', async ({
  skip,
}) => {
  postgres.needIn({ skip })
  const { address } = postgres
  const home = mkdtempSync(join(tmpdir(), 'policypack-others-'))
  const policypack = (...args: string[]) =>
    runCli(args, { cwd: home, env: { POLICYPACK_DATABASE: address } })
  const { inbox } = projectIn(home, 8)
  await policypack('enqueue', 'import', inbox)
  // The worker is of a time in which there are no such forms any more.
  rmSync(join(home, 'out'), { recursive: true })
  rmSync(join(home, 'published-forms.json'))

  process.env.POLICYPACK_DATABASE = address
  const [known] = await ask<{ hash: string }>(address, 'select hash from policypack.definitions')
  const outside = join(mkdtempSync(join(tmpdir(), 'policypack-outside-')), 'secret.answers.json')
  writeFileSync(outside, '{}')
  const job: ImportJob = {
    kind: 'import',
    config: join(home, 'org.config.json'),
    to: join(home, 'records'),
    definitions: known!.hash,
    date: '2026-11-22T09:30:00Z',
    files: [{ path: outside, sha256: await hashOfFile(outside) }],
  }
  {
    await using boss = await openQueues(version)
    const own = queueOf({ kind: 'import' }, version)
    await boss.insert(own, [{ data: job, singletonKey: '1' }])
    await boss.insert(own, [
      { data: { ...job, to: join(tmpdir(), 'elsewhere') }, singletonKey: '2' },
    ])
    await boss.insert(own, [
      { data: { ...job, files: [], colour: 'of a later version' }, singletonKey: '3' },
    ])
    for (const later of ['policypack-import-2', 'policypack-build-1-99.0.0', 'policypack-sing-1']) {
      await boss.createQueue(later)
      await boss.insert(later, [{ data: { kind: 'of a later version' } }])
    }
  }
  const worked = await policypack('worker', '--until-done')
  expect(worked.stderr).toBe('')
  expect(worked.stdout).toMatch(/^done {4}import of 8 files {2}.*"rejected":0/m)
  expect(await ask(address, 'select id from policypack.record')).toHaveLength(8)

  const { stdout } = await policypack('jobs')
  expect(stdout).toContain(
    'secret.answers.json lies in no folder that this worker may use; start it in the folder of the project, or name the folder by --root',
  )
  expect(stdout).toContain('elsewhere lies in no folder that this worker may use')
  expect(stdout).toMatch(
    /^0 waiting, 0 being done, 2 failed\n4 jobs more for a worker of another version\n$/m,
  )
  // The same job with the folder named.
  await policypack('jobs', '--again')
  const again = await policypack(
    'worker',
    '--until-done',
    '--root',
    home,
    '--root',
    join(outside, '..'),
  )
  expect(again.stdout).toMatch(/^done {4}import of 1 file {2}/m)
})

test('a worker leaves what it does not know of a job or its definitions to a later version, and does what an earlier one left', async ({
  skip,
}) => {
  postgres.needIn({ skip })
  const { address } = postgres
  const home = mkdtempSync(join(tmpdir(), 'policypack-upgrade-'))
  const policypack = (...args: string[]) =>
    runCli(args, { cwd: home, env: { POLICYPACK_DATABASE: address } })
  const before = (await ask(address, 'select id from policypack.record')).length
  const { inbox, config } = projectIn(home, 6)
  process.env.POLICYPACK_DATABASE = address
  const { known } = await readKnownForms({ path: join(home, 'out/forms'), isNamed: true }, config)
  const [first, ...others] = known.definitions
  const { questions: _, hash: _old, ...content } = first!
  const [field, ...fields] = content.fields
  const sketched = { ...content, fields: [{ ...field!, type: 'sketch' as never }, ...fields] }
  const later = { ...known, definitions: [...others, sealDefinition(sketched)] }
  const jobFor = async (of: typeof known): Promise<ImportJob> => ({
    kind: 'import',
    config,
    to: join(home, 'upgraded'),
    definitions: await keepDefinitions({ known: of, blanks: new Map(), trusted: [] }),
    date: '2026-11-22T09:30:00Z',
    files: await Promise.all(
      readdirSync(inbox).map(async (name) => {
        const path = join(inbox, name)
        return { path, sha256: await hashOfFile(path) }
      }),
    ),
  })
  const own = queueOf({ kind: 'import' }, version)
  {
    await using boss = await openQueues(version)
    await boss.insert(own, [{ data: await jobFor(later), singletonKey: 'later' }])
  }
  const left = await policypack('worker', '--until-done')
  expect(left.stdout).toBe('left    import of 6 files  for a worker of a later version\n')
  expect(left.code).toBe(0)
  expect(await ask(address, 'select id from policypack.record')).toHaveLength(before)
  const waiting = await ask<{ name: string; data: ImportJob }>(
    address,
    `select name, data from policypack_jobs.job where name like '%-after-%' and data->>'kind' = 'import' and data->>'to' like '%upgrade%'`,
  )
  expect(waiting).toEqual([{ name: `${own}-after-${version}`, data: await jobFor(later) }])

  {
    await using boss = await openQueues('0.0.9')
    await leaveToLater(boss, '0.0.9', await jobFor(known))
    await leaveToLater(boss, '0.0.9', await jobFor(known))
  }
  const done = await policypack('worker', '--until-done')
  expect(done.stdout).toMatch(/^done {4}import of 6 files {2}.*"rejected":0.*\n$/)
  expect(await ask(address, 'select id from policypack.record')).toHaveLength(before + 6)
})
