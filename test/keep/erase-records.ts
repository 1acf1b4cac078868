import { join } from 'node:path'
import { eraseRecords, readBook } from '../../src/forms/keep/index.ts'
import { forgettingOf, knownAs, openProgramme } from '../../src/programme/index.ts'

// Erases a person beside a configuration, as `policypack records erase` does, as a process of its own, which tests end at any moment.
const [home = '', name = ''] = process.argv.slice(2)
const dir = join(home, 'records')
const { entries } = await readBook(dir)
const theirs = entries.filter(({ people }) => people.some((person) => person.name === name))
const known = theirs.flatMap(({ people }) => people.filter((person) => person.name === name))
const programme = await openProgramme({ config: join(home, 'org.config.json'), entries })
await (await forgettingOf(programme, knownAs(programme, name, known))).run()
const records = theirs.map(({ record }) => record)
await eraseRecords(dir, { records, on: '2026-11-29', why: 'request' })
