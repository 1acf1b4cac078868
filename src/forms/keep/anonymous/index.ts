export { anonymousFormsIn } from './anonymous-forms.ts'
export { readKept } from './read-kept.ts'
