export { defaultLimits, type ReadLimits, readAll } from './pool.ts'
export type { FileRead } from './worker.ts'
