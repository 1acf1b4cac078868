/** What is said of a file: the sentences for HR about what was found in it, its fields and its pages. */
export { activeFindings } from './active-findings.ts'
export { addedFindings } from './added-findings.ts'
export { alterationFindings } from './alteration-findings.ts'
export { alteredPageFindings } from './altered-page-findings.ts'
export { cutOffFindings } from './cut-off-findings.ts'
export { fileFindings, mayHaveLost } from './file-findings.ts'
export { blankPageFindings, flattenedFinding, missingPageFindings } from './page-findings.ts'
export { problemFindings } from './problem-findings.ts'
export {
  emptiedFinding,
  illegible,
  lostFinding,
  noPdf,
  notRecognised,
  refusal,
  takenOutFinding,
  truncationFinding,
} from './refusals.ts'
export { shownFindings } from './shown-findings.ts'
export { xfaFindings } from './xfa-findings.ts'
