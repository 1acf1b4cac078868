export { type AnonymousFormsOptions, anonymousFormsIn, digestsOfSheets } from './anonymous-forms.ts'
export { keptIn } from './kept-in.ts'
