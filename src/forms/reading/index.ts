export { describeFile } from './describe-file.ts'
export type { ReadContext, ReadLimits } from './exchange.ts'
export { readAll } from './pool.ts'
export { defaultLimits } from './refusals.ts'
