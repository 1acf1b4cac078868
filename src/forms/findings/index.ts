/** What is said of a file: the sentences for HR about what was found in it, its fields and its pages. */
export { addedFindings } from './added-findings.ts'
export { alterationFindings } from './alteration-findings.ts'
export { fileFindings } from './file-findings.ts'
export { blankPageFindings, flattenedFinding, missingPageFindings } from './page-findings.ts'
export { problemFindings } from './problem-findings.ts'
export { illegible, notRecognised, refusal, truncationFinding } from './refusals.ts'
export { shownFindings } from './shown-findings.ts'
export { xfaFindings } from './xfa-findings.ts'
