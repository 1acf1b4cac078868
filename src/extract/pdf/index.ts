export { type PdfAttachment, readAttachment, readAttachments } from './attachments.ts'
export type { Cipher } from './encryption.ts'
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
export { type PdfMarkup, readMarkup } from './markup.ts'
export { type PdfMetadata, readMetadata } from './metadata.ts'
export { type OpenOptions, openPdf, type PdfFile } from './open.ts'
export { type PdfPage, readPageContents, readPages } from './pages.ts'
export type { PdfProblem } from './problems.ts'
export { findRevisionEnds } from './revisions.ts'
export { type PdfSignature, readSignatures } from './signatures.ts'
export type { Truncation } from './structure.ts'
export type { PdfWidget } from './widgets.ts'
