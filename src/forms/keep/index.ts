export { type AnonymousFormsOptions, anonymousFormsIn, digestsOfSheets } from './anonymous/index.ts'
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
export { type ExportBookOptions, exportBook, isAnyFor } from './export-book.ts'
export {
  type FoundRecord,
  findRecord,
  keepArchive,
  placeOfRecord,
  saveArchive,
} from './find-record.ts'
export {
  allTasks,
  areNoForm,
  formsToKey,
  formToKey,
  noteNoForm,
  putScan,
  putTask,
  recordsNoted,
  removeScan,
  removeTask,
  type StoredSheet,
  type StoredTask,
  scanIn,
  scanOf,
  taskIdOf,
  taskIn,
  tasksIn,
} from './keying/index.ts'
export { linkRecords } from './link-records.ts'
export { type MoveTo, moveRecords } from './move-records.ts'
export { openStore } from './open-store.ts'
export { readRecords, readUntrusted } from './read-records.ts'
export { damagedTold } from './records-in.ts'
export { damagedIn, finishRecords } from './register.ts'
export { startRunReport } from './run-report.ts'
export { saveExport } from './save-export.ts'
export { shelvesIn } from './shelf.ts'
export type { RecordStore } from './store.ts'
export { mayHaveAll, subjectBundle } from './subject-bundle.ts'
