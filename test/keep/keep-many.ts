import { pMapIterable } from 'p-map'
import { finishRecords, openStore, shelvesIn } from '../../src/forms/keep/index.ts'
import { Keeper } from '../../src/forms/record/index.ts'
import { draftOf, form, originalOf } from './support.ts'

// Keeps the records of the numbers from `first` up to `last` in a folder, two of each case, as an import does: run by
// the tests as a process of its own, which they end at any moment.
const [dir = '', first, last] = process.argv.slice(2)

process.stdout.write('started\n')
const keeper = new Keeper({
  shelves: shelvesIn(openStore(dir)),
  now: new Date('2026-11-22T09:30:00Z'),
})
const numbers = Array.from({ length: Number(last) - Number(first) }, (_, i) => Number(first) + i)
const kept = pMapIterable(
  numbers,
  (number) =>
    keeper.keep(
      draftOf(`Person ${number >> 1}`, `Version ${number}`),
      originalOf(`${number}.pdf`),
      { form, method: 'fields' },
    ),
  { concurrency: 8 },
)
for await (const _ of kept);
await finishRecords(openStore(dir))
