/** What the fields of a file hold: which field is for which question, its value, and what may not be as it was filled in. */
export { type Alteration, type AlterationKind, leavesDoubt } from './alterations.ts'
export { type FieldFault, type FieldProblem, meanings } from './field-faults.ts'
export { assignFields, fieldsAsShown } from './fields-by-place.ts'
export { optionNamed } from './offered-options.ts'
export { readSigned } from './signatures.ts'
export { type HeldValues, readValues } from './values.ts'
export { type XfaDifference, xfaDifferences } from './xfa.ts'
