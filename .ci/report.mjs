// Answers about Vitest's JSON reports, of which a later one replaces what an earlier one says of a file.
//   unended REPORT   the files whose process ended before their tests had, or that could not be loaded
//   failed REPORT    exits with 0 where a test failed
//   count REPORT…    how many tests passed and failed

import { existsSync, readFileSync } from 'node:fs'
import { relative } from 'node:path'

const [question, ...paths] = process.argv.slice(2)
const files = new Map()
for (const path of paths.filter((path) => existsSync(path)))
  for (const file of JSON.parse(readFileSync(path, 'utf8')).testResults) files.set(file.name, file)
const results = [...files.values()]

const tests = (status) =>
  results.flatMap((file) => file.assertionResults).filter((test) => test.status === status).length
const unended = results.filter(
  (file) =>
    file.status === 'failed' && !file.assertionResults.some(({ status }) => status === 'failed'),
)

if (question === 'unended')
  for (const { name } of unended) console.log(relative(process.cwd(), name))
else if (question === 'failed') process.exitCode = tests('failed') > 0 ? 0 : 1
else console.log(`${tests('passed')} passed, ${tests('failed') + unended.length} failed`)
