export type { Entry, Question } from './ask/index.ts'
export {
  type BuildOptions,
  type BuildResult,
  build,
  type CheckOptions,
  type CheckResult,
  check,
  type Progress,
} from './build.ts'
export { type DevOptions, dev } from './dev.ts'
export { examine, type Finding } from './doctor.ts'
export { type Ejectable, eject, ejectables } from './eject.ts'
export {
  type ImportOptions,
  type ImportProgress,
  type ImportSummary,
  importForms,
} from './import.ts'
export {
  answersWithoutAsking,
  type NoQuestions,
  prepareQuestions,
  type Questionnaire,
  type ScriptedAnswers,
  saveAnswers,
} from './init.ts'
export { exportRecords, type RecordFormat, readRecords } from './keep/index.ts'
export type { FormDefinition } from './model/form.ts'
export type { Message } from './model/message.ts'
export { OperatorError } from './model/operator-error.ts'
export type { Answer } from './model/organisation.ts'
export type { PlaceholderUse } from './model/project.ts'
export type { FormRecord, ImportResult, ImportStatus } from './model/record.ts'
export { version } from './model/version.ts'
export {
  findOrganisations,
  type OrganisationFile,
  type UsualFolders,
  usualFolders,
} from './organisations.ts'
export { type FormRead, type ReadFormOptions, readForm } from './read-form.ts'
export { type PackState, verifyPack } from './verify-pack.ts'
