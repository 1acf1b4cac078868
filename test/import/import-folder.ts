import { importForms } from '../../src/forms/import.ts'

// Imports a folder as a process of its own, which the tests end at any moment.
const [folder = '', config = '', to = ''] = process.argv.slice(2)
await importForms({
  paths: [folder],
  config,
  to,
  onResult: ({ status }) => process.stdout.write(`${status}\n`),
})
