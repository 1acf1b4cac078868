import { benchBuild } from './build-bench.ts'
import { benchImport } from './import-bench.ts'

/** `npm run bench`: speed as ratios measured in one run, on whatever machine this is. */
await benchBuild(3)
await benchImport(5)
