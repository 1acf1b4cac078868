export type { FileRead, ReadContext, ReadLimits } from './exchange.ts'
export { defaultLimits, readAll } from './pool.ts'
