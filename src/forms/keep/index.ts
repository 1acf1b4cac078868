export { AnonymousForms, isAnonymous, readKept, withoutParticulars } from './anonymous/index.ts'
export {
  currentRecords,
  type RecordBook,
  type RecordEntry,
  readBook,
  type Standing,
} from './book.ts'
export {
  closeRecord,
  confirmRecord,
  type Decision,
  type FoundEntry,
  findEntries,
  holdRecord,
  type RecordsAbout,
  recordsAbout,
  releaseRecord,
  reopenRecord,
  unlinkRecord,
} from './care/index.ts'
export {
  type EraseOptions,
  type ErasureSummary,
  erasedFiles,
  eraseRecords,
  resumeErasures,
} from './erase/index.ts'
export { exportRecords, type RecordFormat } from './export.ts'
export { type FoundRecord, findRecord, keepArchive, saveArchive } from './find-record.ts'
export { Keeper } from './keeper.ts'
export { linkRecords } from './link-records.ts'
export { readUntrusted } from './read-records.ts'
export { damagedIn, finishRecords } from './register.ts'
export { relationsBetween } from './relations.ts'
export { startRunReport } from './run-report.ts'
export { saveExport } from './save-export.ts'
export { mayHaveAll, subjectBundle } from './subject-bundle.ts'
export { Tally } from './tally.ts'
