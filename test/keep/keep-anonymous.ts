import { join } from 'node:path'
import { anonymousFormsIn, finishRecords, openStore } from '../../src/forms/keep/index.ts'
import { draftOf, form, sha256 } from './support.ts'

// Keeps anonymous answers of several forms in a folder, as an import does at its end: run by the tests as a process of
// its own, which they end at any moment. Says at the end how many were counted and how many had come before.
const [home = '', forms, files] = process.argv.slice(2)

const store = openStore(join(home, 'records'))
const run = anonymousFormsIn({ store, key: join(home, 'key'), now: new Date('2026-11-22') })
for (let one = 0; one < Number(forms); one++)
  for (let file = 0; file < Number(files); file++) {
    const draft = draftOf('Person', `Aim ${file}`)
    const id = `${form.id}-${one}`
    run.add({ ...draft, form: { ...draft.form, id } }, sha256(`file ${file}`))
  }
process.stdout.write('started\n')
const counts = await run.finish()
await finishRecords(store)
process.stdout.write(`${JSON.stringify(counts)}\n`)
