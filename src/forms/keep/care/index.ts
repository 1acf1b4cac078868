export {
  closeRecord,
  confirmRecord,
  type Decision,
  holdRecord,
  releaseRecord,
  reopenRecord,
  unlinkRecord,
} from './decide.ts'
export { type FoundEntry, findEntries, type RecordsAbout, recordsAbout } from './find-people.ts'
