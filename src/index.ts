export {
  findOrganisations,
  type OrganisationFile,
  type UsualFolders,
  usualFolders,
} from './configuration/organisations.ts'
export { version } from './contracts/version.ts'
export { explain, explainRules, type RuleExplained } from './explain/index.ts'
export {
  type AdoptedPdf,
  type AdoptedPdfQuestion,
  type AdoptFormOptions,
  adoptForm,
} from './forms/adopt-form.ts'
export {
  exportSubject,
  type SubjectExport,
  type SubjectExportOptions,
} from './forms/export-subject.ts'
export {
  type ImportOptions,
  type ImportProgress,
  type ImportSummary,
  importForms,
} from './forms/import.ts'
export {
  closeRecord,
  confirmRecord,
  currentRecords,
  type Decision,
  type EraseOptions,
  type ErasureSummary,
  type ExportBookOptions,
  eraseRecords,
  exportBook,
  type FoundEntry,
  type FoundRecord,
  findEntries,
  findRecord,
  holdRecord,
  keepArchive,
  linkRecords,
  type MoveTo,
  moveRecords,
  type RecordBook,
  type RecordEntry,
  type RecordsAbout,
  readRecords,
  readUntrusted,
  recordsAbout,
  releaseRecord,
  reopenRecord,
  type Standing,
  saveArchive,
  saveExport,
  unlinkRecord,
} from './forms/keep/index.ts'
export { type OpenRecordsOptions, openRecords } from './forms/open-records.ts'
export {
  type PrefilledForm,
  type PrefillOptions,
  type PrefillSummary,
  prefillForms,
} from './forms/prefill.ts'
export {
  type DescribedField,
  type DescribedForm,
  fieldsAsCsv,
  type ReadFieldsOptions,
  readFields,
} from './forms/read-fields.ts'
export { type FormRead, type ReadFormOptions, readForm } from './forms/read-form.ts'
export {
  exportRecords,
  isAnonymous,
  type RecordFormat,
  relationsBetween,
  workbookOf,
} from './forms/record/index.ts'
export type { Message } from './messages/message.ts'
export { OperatorError } from './messages/operator-error.ts'
export type { FormDefinition } from './model/form.ts'
export type { Answer } from './model/organisation.ts'
export type { PlaceholderUse } from './model/project.ts'
export type {
  AnonymousCount,
  AnonymousRecord,
  FormRecord,
  FormToKey,
  ImportResult,
  ImportStatus,
  KeptRecord,
} from './model/record.ts'
export { type Adopted, type AdoptedThing, type AdoptOptions, adopt } from './pack/adopt.ts'
export { type ArchiveOptions, type Archiver, archiveRecord, openArchiver } from './pack/archive.ts'
export type { Entry, Question } from './pack/ask/index.ts'
export { type Builder, build, openBuilder } from './pack/build.ts'
export { check } from './pack/check-pack.ts'
export { type DevOptions, dev } from './pack/dev.ts'
export { examine, type Requirement } from './pack/doctor.ts'
export { type Ejectable, eject, ejectables } from './pack/eject.ts'
export {
  answersWithoutAsking,
  type NoQuestions,
  prepareQuestions,
  type Questionnaire,
  type ScriptedAnswers,
  saveAnswers,
} from './pack/init.ts'
export type { BuildOptions, BuildResult, Progress } from './pack/make.ts'
export type { CheckOptions, CheckResult } from './pack/prepare.ts'
export type { DevResult } from './pack/press.ts'
export { printReport, type ReportToPrint } from './pack/print-report.ts'
export { type PackState, verifyPack } from './pack/verify.ts'
export {
  acceptPairs,
  decidePerson,
  type Forgetting,
  forgettingOf,
  type KnownAs,
  knownAs,
  type Ledger,
  type Match,
  type OpenProgrammeOptions,
  type Overview,
  type OverviewOptions,
  type OverviewSheet,
  openProgramme,
  type PairOptions,
  type Participant,
  type Partnership,
  type Programme,
  type ProgrammeRecord,
  type Proposal,
  type ProposedPair,
  pairRows,
  programmeOverview,
  proposePairs,
  type RetentionOverview,
  retentionOverview,
  saveProgramme,
} from './programme/index.ts'
