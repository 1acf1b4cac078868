export { type AnonymousAnswers, AnonymousForms } from './anonymous-forms.ts'
export { anonymousMessages } from './anonymous-messages.ts'
export { type AnonymousMonth, monthIn, monthOf, monthText } from './anonymous-month.ts'
export { anonymousRecord, fromRecordOfOld, idsOfOld, isAnonymous } from './anonymous-record.ts'
export { addedTo, casesIn, caseText, idsIn, keysOf, sheetKey } from './case-index.ts'
export { csvOf } from './csv.ts'
export { exportRecords, type RecordFormat } from './export.ts'
export { Keeper } from './keeper.ts'
export {
  ARCHIVE,
  CASES,
  EXPORTS,
  IMPORTS,
  idInName,
  isMonthName,
  isPdfMethod,
  monthName,
  ORIGINALS,
  originalName,
  QUESTIONS,
  REGISTER,
  recordName,
  TO_KEY,
  UNTRUSTED,
} from './names.ts'
export { questionsFile } from './questions.ts'
export { type Original, type Reading, recordText } from './record.ts'
export { registerText } from './register.ts'
export { type Relation, relationsBetween } from './relations.ts'
export { type RunReport, reportEnd, reportEntry, reportHead, reportName } from './run-report.ts'
export type { Shelf, Shelves } from './shelf.ts'
export { answerCells, type Cell, type Table } from './table.ts'
export { Tally } from './tally.ts'
export { ERASURE_KEY, ERASURES, erasedDays, erasureDigest, type Tombstone } from './tombstone.ts'
export { withoutParticulars } from './without-particulars.ts'
export { type Sheet, workbookOf } from './xlsx.ts'
