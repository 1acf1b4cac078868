import { benchBuild } from './build-bench.ts'
import { benchDev } from './dev-bench.ts'
import { benchGrowth } from './growth-bench.ts'
import { benchImport } from './import-bench.ts'
import { benchOrganisations } from './organisations-bench.ts'
import { benchPairing } from './pairing-bench.ts'
import { benchPaper } from './paper-bench.ts'
import { benchProgramme } from './programme-bench.ts'
import { benchStart } from './start-bench.ts'
import { type Add, keepAsBaseline, measuredHere, type Row, tableOf, warningsOf } from './table.ts'
import { benchTexts } from './texts-bench.ts'
import { benchWorkers } from './workers-bench.ts'

/**
 * `npm run bench`: one table of how long things take in relation to others of the same run, on whatever machine this is, and of what is
 * found in the texts of others. With names of parts only those. `--quick` measures each thing once and leaves out the installed
 * package; `--json` is for programs; `--keep` keeps the table for later runs to be compared with, which warn of what is worse.
 * `npm run bench growth`, perhaps with a word, tells how the cost of inputs grows; `npm run bench paper`, perhaps with a number of people
 * for each kind of scan, tells what is read of forms on paper.
 */
const args = process.argv.slice(2)
const names = args.filter((arg) => !arg.startsWith('--'))
const isQuick = args.includes('--quick')

const parts: Readonly<Record<string, (add: Add) => unknown>> = {
  texts: (add) => benchTexts(add),
  start: (add) => benchStart(add, isQuick ? 1 : 7, { isInstalled: !isQuick }),
  dev: (add) => benchDev(add, isQuick ? 1 : 5),
  build: (add) => benchBuild(add, isQuick ? 1 : 3),
  organisations: (add) => benchOrganisations(add, isQuick ? 1 : 3, isQuick ? 3 : 10),
  import: (add) => benchImport(add, isQuick ? 1 : 5),
  pairing: (add) => benchPairing(add, 1),
  programme: (add) => benchProgramme(add, isQuick ? 1 : 3),
  workers: (add) => benchWorkers(add, isQuick ? 1 : 3),
}

if (names[0] === 'growth')
  await benchGrowth(names[1] === undefined ? undefined : new RegExp(names[1]))
else if (names[0] === 'paper') await benchPaper(Number(names[1] ?? 2))
else await measure(names.length > 0 ? names : Object.keys(parts))

async function measure(chosen: readonly string[]): Promise<void> {
  const rows: Row[] = []
  for (const part of chosen) {
    const bench = parts[part]
    if (!bench)
      throw new Error(
        `There is no part \`${part}\`, expected ${Object.keys(parts).join(', ')} or growth`,
      )
    await bench((what, to, ratio, more) => rows.push({ part, what, to, ratio, ...more }))
  }
  const measured = await measuredHere(rows)
  console.log(args.includes('--json') ? JSON.stringify(measured) : tableOf(measured))
  for (const warning of warningsOf(rows)) console.error(warning)
  if (args.includes('--keep')) keepAsBaseline(rows)
}
