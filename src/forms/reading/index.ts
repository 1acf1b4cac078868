export { defaultLimits, type ReadContext, type ReadLimits, readAll } from './pool.ts'
export type { FileRead } from './worker.ts'
