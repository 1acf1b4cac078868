// What keeps records in any store, and so in that of a page too.
export { keepAnswers } from '../anonymous/keep-answers.ts'
export { keptIn } from '../anonymous/kept-in.ts'
export { erasedFiles } from '../erase/erased.ts'
export { finishRecords } from '../register.ts'
export { startRunReport } from '../run-report.ts'
export { shelvesIn } from '../shelf.ts'
export { growInMemory, type RecordStore, type StoredFile, textIn } from '../store.ts'
