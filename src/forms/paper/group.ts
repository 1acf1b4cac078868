import type { FormPage } from '../../model/paper.ts'

type PageOfForm = Pick<FormPage, 'hash' | 'page'>

export interface Copy<Page extends PageOfForm = FormPage> {
  readonly hash: string
  readonly pages: Page[]
  /** Another copy lacked one of its pages as well when that came. */
  isMixed: boolean
}

/**
 * The copies of forms to which pages belong, which nothing on them tells: in whatever order they come, the pages of a form are of one copy
 * until one comes twice.
 */
export function copiesOf<Page extends PageOfForm>(pages: readonly Page[]): Copy<Page>[] {
  const copies: Copy<Page>[] = []
  for (const page of pages) {
    const lacking = copies.filter(
      (copy) => copy.hash === page.hash && !copy.pages.some((other) => other.page === page.page),
    )
    const [first] = lacking
    if (!first) copies.push({ hash: page.hash, pages: [page], isMixed: false })
    else {
      first.pages.push(page)
      if (lacking.length > 1) for (const copy of lacking) copy.isMixed = true
    }
  }
  return copies
}
