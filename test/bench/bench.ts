import { benchBuild } from './build-bench.ts'
import { benchDev } from './dev-bench.ts'
import { benchGrowth } from './growth-bench.ts'
import { benchImport } from './import-bench.ts'
import { benchPairing } from './pairing-bench.ts'
import { benchProgramme } from './programme-bench.ts'
import { benchStart } from './start-bench.ts'
import { benchTexts } from './texts-bench.ts'
import { benchWorkers } from './workers-bench.ts'

/**
 * `npm run bench`: speed as ratios measured in one run, on whatever machine this is. With `growth` and perhaps a word, only how
 * the cost of inputs grows: `npm run bench growth placeholders`; with `start`, only how long commands
 * take to start; with `dev`, only how soon a save shows; with `pairing` or `programme`, only how the
 * time of pairing, or of the pages of a programme, grows; with `texts`, only what is found in the texts of others;
 * with `workers`, only what a second worker adds.
 */
const [part, word] = process.argv.slice(2)
if (part === undefined || part === 'texts') benchTexts()
if (part === undefined || part === 'start') await benchStart(5)
if (part === undefined || part === 'dev') await benchDev(5)
if (part === undefined) {
  await benchBuild(3)
  await benchImport(5)
}
if (part === undefined || part === 'pairing') await benchPairing(1)
if (part === undefined || part === 'programme') await benchProgramme(3)
if (part === undefined || part === 'workers') await benchWorkers(3)
if (part === undefined || part === 'growth')
  await benchGrowth(word === undefined ? undefined : new RegExp(word))
