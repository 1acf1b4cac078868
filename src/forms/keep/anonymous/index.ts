export { AnonymousForms } from './anonymous-forms.ts'
export { withoutParticulars } from './fault.ts'
export { isAnonymous, readKept } from './read-kept.ts'
