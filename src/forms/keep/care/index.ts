export {
  closeRecord,
  confirmRecord,
  type Decision,
  holdRecord,
  releaseRecord,
  reopenRecord,
  unlinkRecord,
} from './decide.ts'
export { type FoundEntry, findEntries } from './find-people.ts'
