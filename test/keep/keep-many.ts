import { finishRecords, keep } from '../../src/keep/index.ts'
import { draftOf, form, originalOf } from './support.ts'

// Keeps the records of the numbers from `first` up to `last` in a folder, two of each case, as an import does: run by
// the tests as a process of its own, which they end at any moment.
const [dir = '', first, last] = process.argv.slice(2)

process.stdout.write('started\n')
for (let number = Number(first); number < Number(last); number += 1)
  await keep(draftOf(`Person ${number >> 1}`, `Version ${number}`), originalOf(`${number}.pdf`), {
    dir,
    form,
    method: 'fields',
    now: new Date('2026-11-22T09:30:00Z'),
  })
await finishRecords(dir)
