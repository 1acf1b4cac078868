export { describeFile } from './describe-file.ts'
export type { ReadContext, ReadLimits } from './exchange.ts'
export { Readers } from './pool.ts'
export { defaultLimits } from './refusals.ts'
