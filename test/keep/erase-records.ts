import { eraseRecords, readBook } from '../../src/forms/keep/index.ts'

// Erases the records of a person in a folder, as a process of its own, which tests end at any moment.
const [dir = '', name = ''] = process.argv.slice(2)
const { entries } = await readBook(dir)
const records = entries
  .filter(({ people }) => people.some((person) => person.name === name))
  .map(({ record }) => record)
await eraseRecords(dir, { records, on: '2026-11-29', why: 'request' })
