import {
  findRevisionEnds,
  type OpenOptions,
  openPdf,
  PdfError,
  type PdfFile,
  readFormFields,
} from '../../pdf/index.ts'

/** Earlier states of a file that are looked into, the newest ones. */
const MOST_REVISIONS = 8

/** Whether the fields of a file that has none had answers before an update took them out. */
export function hadAnswers({ raw }: PdfFile, options: OpenOptions): boolean {
  const earlier = findRevisionEnds(raw).slice(0, -1).slice(-MOST_REVISIONS).reverse()
  return earlier.some((end) => {
    try {
      const { fields } = readFormFields(openPdf(raw.subarray(0, end), options))
      return fields.some(({ isBlank }) => !isBlank)
    } catch (error) {
      if (error instanceof PdfError) return false
      throw error
    }
  })
}
