import type { FormPage } from '../../model/paper.ts'

type PageOfForm = Pick<FormPage, 'hash' | 'page'>

export interface Copy<Page extends PageOfForm = FormPage> {
  readonly hash: string
  readonly pages: Page[]
  /** Another copy lacked one of its pages as well when that came. */
  isMixed: boolean
}

/**
 * Puts the pages of a copy to those of an earlier one where each of them is of a sheet of that, scanned once more.
 *
 * @param isSame whether two pictures of the same page show the same sheet
 */
export function withoutRepeats<Page extends PageOfForm>(
  copies: readonly Copy<Page>[],
  isSame: (one: Page, other: Page) => boolean,
): Copy<Page>[] {
  const single: Copy<Page>[] = []
  for (const copy of copies) {
    const first = single.find(
      ({ hash, pages }) =>
        hash === copy.hash &&
        copy.pages.every((page) =>
          pages.some((other) => other.page === page.page && isSame(other, page)),
        ),
    )
    if (first) first.pages.push(...copy.pages)
    else single.push(copy)
  }
  // Those that were one page short because of a repeat are not mixed.
  for (const copy of single)
    if (!single.some((other) => other !== copy && other.hash === copy.hash)) copy.isMixed = false
  return single
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
