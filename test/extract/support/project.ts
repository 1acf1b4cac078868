import { openPdf, readFormFields } from '../../../src/pdf/index.ts'

/** What the tests compare of a file. */
export interface Projection {
  values: Record<string, readonly string[]>
  /** Kinds of the problems of fields, by name, where there are any. */
  fieldProblems?: Record<string, readonly string[]>
  formProblems?: readonly string[]
  fileProblems?: readonly string[]
  truncated?: string
}

/** Reads a file and gives what the tests compare. */
export function project(pdf: Uint8Array, password?: string): Projection {
  const file = openPdf(pdf, { password })
  const { fields, problems } = readFormFields(file)
  const faulty = fields.filter((field) => field.problems.length > 0)
  return {
    values: Object.fromEntries(fields.map(({ name, values }) => [name, values])),
    ...(faulty.length > 0 && {
      fieldProblems: Object.fromEntries(
        faulty.map((field) => [field.name, field.problems.map(({ kind }) => kind)]),
      ),
    }),
    ...(problems.length > 0 && { formProblems: problems.map(({ kind }) => kind) }),
    ...(file.problems.length > 0 && { fileProblems: file.problems.map(({ kind }) => kind) }),
    ...(file.truncated && { truncated: file.truncated.dataLoss }),
  }
}
