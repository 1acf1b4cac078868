export { type EraseOptions, type ErasureSummary, eraseRecords, resumeErasures } from './erase.ts'
export { erasedFiles } from './erased.ts'
export { noteExport } from './exports.ts'
