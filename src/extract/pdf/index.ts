export { PdfError, type PdfErrorReason } from './errors.ts'
export type { FieldProblem, Reading } from './field-problems.ts'
export {
  type ChoiceOption,
  type FieldType,
  type FormFields,
  type PdfField,
  readFormFields,
} from './form-fields.ts'
export type { FormProblem } from './form-tree.ts'
export type { Rect } from './geometry.ts'
export { defaultLimits, type PdfLimits } from './limits.ts'
export { type OpenOptions, openPdf, type PdfFile } from './open.ts'
export { type PdfPage, readPageContents, readPages } from './pages.ts'
export type { PdfProblem } from './problems.ts'
export type { Truncation } from './structure.ts'
export type { PdfWidget } from './widgets.ts'
