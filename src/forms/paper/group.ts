import type { FormPage } from '../../model/paper.ts'

type PageOfForm = Pick<FormPage, 'hash' | 'page'>

export interface Copy<Page extends PageOfForm = FormPage> {
  readonly hash: string
  /** Several of one page where its sheet was scanned more than once. */
  readonly pages: readonly Page[]
  /** The pages can be put together otherwise just as well. */
  readonly isMixed: boolean
}

/**
 * The copies of forms to which pages belong, which nothing on them tells: the pages of a form come one after the other, forwards or
 * backwards, or in any order. Of these ways the one holds by which the fewest pages are missing, and where two differ that are as good, a
 * person has to look.
 *
 * @param isSame whether two pictures of the same page show the same sheet
 */
export function copiesOf<Page extends PageOfForm>(
  pages: readonly Page[],
  isSame: (one: Page, other: Page) => boolean = () => false,
): Copy<Page>[] {
  const places = new Map(pages.map((page, place) => [page, place]))
  return [...Map.groupBy(pages, ({ hash }) => hash).values()]
    .flatMap((same) => likeliest(same, isSame))
    .sort((a, b) => places.get(a.pages[0]!)! - places.get(b.pages[0]!)!)
}

/** The pictures of one sheet. */
type Sheet<Page> = readonly [Page, ...Page[]]

interface Part<Page> {
  readonly sheets: readonly Sheet<Page>[]
  /** Another copy lacked one of its pages as well when that came. */
  readonly isMixed: boolean
}

/** The copies so far to which a page may go that comes next, of which the first gets it; it begins one where there is none. */
type Order = <Page extends PageOfForm>(parts: readonly Part<Page>[], page: number) => Part<Page>[]

const orders: readonly Order[] = [
  (parts, page) => parts.slice(-1).filter(({ sheets }) => sheets.at(-1)![0].page < page),
  (parts, page) => parts.slice(-1).filter(({ sheets }) => sheets.at(-1)![0].page > page),
  (parts, page) => parts.filter(({ sheets }) => !sheets.some(([other]) => other.page === page)),
]

/** All copies of one form. */
function likeliest<Page extends PageOfForm>(
  pages: readonly Page[],
  isSame: (one: Page, other: Page) => boolean,
): Copy<Page>[] {
  const single = pages.map((page): Sheet<Page> => [page])
  const sheets = sheetsOf(pages, isSame)
  const ways = orders.flatMap((order) => {
    const parts = partsOf(single, order)
    return sheets.length < single.length
      ? [withoutRepeats(parts, sheets), partsOf(sheets, order)]
      : [parts]
  })
  const length = new Set(pages.map(({ page }) => page)).size
  const missing = ways.map((parts) =>
    parts.reduce((sum, part) => sum + length - numbersOf(part).size, 0),
  )
  const [best, ...others] = ways.filter((_, way) => missing[way] === Math.min(...missing))
  const places = new Map(pages.map((page, place) => [page, place]))
  const nameOf = (part: Part<Page>): string =>
    picturesOf(part)
      .map((page) => places.get(page)!)
      .sort((a, b) => a - b)
      .join()
  const elsewhere = others.map((parts) => new Set(parts.map(nameOf)))
  return best!.map((part) => ({
    hash: pages[0]!.hash,
    pages: picturesOf(part),
    isMixed:
      best!.length > 1 && (part.isMixed || elsewhere.some((names) => !names.has(nameOf(part)))),
  }))
}

function partsOf<Page extends PageOfForm>(
  sheets: readonly Sheet<Page>[],
  order: Order,
): Part<Page>[] {
  let parts: Part<Page>[] = []
  for (const sheet of sheets) {
    const lacking = order(parts, sheet[0].page)
    const [first] = lacking
    parts = first
      ? parts.map((part) => ({
          sheets: part === first ? [...part.sheets, sheet] : part.sheets,
          isMixed: part.isMixed || (lacking.length > 1 && lacking.includes(part)),
        }))
      : [...parts, { sheets: [sheet], isMixed: false }]
  }
  return parts
}

function sheetsOf<Page extends PageOfForm>(
  pages: readonly Page[],
  isSame: (one: Page, other: Page) => boolean,
): Sheet<Page>[] {
  const sheets: [Page, ...Page[]][] = []
  for (const page of pages) {
    const again = sheets.find(([first]) => first.page === page.page && isSame(first, page))
    if (again) again.push(page)
    else sheets.push([page])
  }
  return sheets
}

/** Puts copies together of which one has nothing but sheets of the other, scanned once more. */
function withoutRepeats<Page extends PageOfForm>(
  parts: readonly Part<Page>[],
  sheets: readonly Sheet<Page>[],
): Part<Page>[] {
  const sheetOf = new Map(sheets.flatMap((sheet) => sheet.map((page) => [page, sheet] as const)))
  const sheetsIn = (part: Part<Page>) => new Set(picturesOf(part).map((page) => sheetOf.get(page)))
  const left: Part<Page>[] = []
  for (const part of parts) {
    const own = sheetsIn(part)
    const at = left.findIndex((other) => {
      const theirs = sheetsIn(other)
      return own.isSubsetOf(theirs) || theirs.isSubsetOf(own)
    })
    if (at < 0) left.push(part)
    else {
      const { sheets: before, isMixed } = left[at]!
      left[at] = { sheets: [...before, ...part.sheets], isMixed: isMixed || part.isMixed }
    }
  }
  return left
}

function picturesOf<Page>({ sheets }: Part<Page>): Page[] {
  return sheets.flat()
}

function numbersOf<Page extends PageOfForm>({ sheets }: Part<Page>): Set<number> {
  return new Set(sheets.map(([{ page }]) => page))
}
