export { anonymousFormsIn } from './anonymous-forms.ts'
export { keptIn } from './kept-in.ts'
