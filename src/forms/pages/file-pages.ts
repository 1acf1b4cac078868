import { type PdfFile, readPages } from '../../pdf/index.ts'
import { type PageContent, type PageMemory, readContents } from '../../pdf/page/index.ts'

export interface FilePages {
  readonly pdf: PdfFile
  readonly count: number
  /** What is to be seen on each; read when it is first asked for, and only then. */
  readonly contents: readonly PageContent[]
}

/**
 * The pages of a file, for all who ask for them. Most forms are read without a look at what their pages show.
 * `memory` is of what pages of other files drew that may come again.
 */
export function pagesOf(
  pdf: PdfFile,
  {
    memory,
    read = readContents,
  }: { readonly memory?: PageMemory; readonly read?: typeof readContents } = {},
): FilePages {
  let contents: readonly PageContent[] | undefined
  return {
    pdf,
    count: readPages(pdf).length,
    get contents() {
      contents ??= read(pdf, memory && { memory })
      return contents
    },
  }
}
