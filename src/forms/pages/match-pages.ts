import type { Anchor, FormDefinition } from '../../model/form.ts'
import { hasArea, intersect, type PageContent } from '../../pdf/page/index.ts'
import { PageText } from './page-text.ts'
import { type Registration, register } from './register.ts'

/** Part of the printed text of a page that must be found at its places where its layout is not known. */
const LEAST_ALIKE = 0.8
/** As many as a page of ours has, and some more; an embedded definition may claim any number. */
const MOST_ANCHORS = 60

export interface MatchedPage {
  /** Page of the form, counted from 0. */
  readonly page: number
  readonly content: PageContent
  readonly registration: Registration
  /** True when another page of the file is a copy of it as well. */
  readonly repeated: boolean
}

/** Whether a file's copies of pages have their printed text where the form has it; not all of it can always be read. */
export function isLaidOutAs(form: FormDefinition, contents: readonly PageContent[]): boolean {
  const anchors = Map.groupBy(form.anchors ?? [], ({ page }) => page)
  return matchPages(form, contents).every(
    ({ page, registration: { matched, astray } }) =>
      astray === 0 && matched >= LEAST_ALIKE * (anchors.get(page)?.length ?? 0),
  )
}

type Candidate = Omit<MatchedPage, 'repeated'>

/** Finds the copies of a form's pages, in whatever order they are, also several on a sheet, and whatever lies between them. */
export function matchPages(form: FormDefinition, contents: readonly PageContent[]): MatchedPage[] {
  const anchors = Map.groupBy(form.anchors ?? [], ({ page }) => page)
  const whole = chosen(contents.flatMap((content) => candidates(anchors, content, content)))
  const missing = new Map([...anchors].filter(([page]) => !whole.has(page)))
  if (missing.size === 0) return inOrder(whole)
  // Texts that two pages on one sheet share are found only once the sheet is halved.
  const halved = contents.flatMap((content) =>
    halvesOf(content).flatMap((half) => candidates(missing, content, half)),
  )
  const free = halved.filter((one) => [...whole.values()].every((other) => isApart(one, other)))
  return inOrder(new Map([...whole, ...chosen(free)]))
}

/** The pages that a sheet, or part of it, may be copies of. */
function candidates(
  anchors: ReadonlyMap<number, readonly Anchor[]>,
  content: PageContent,
  part: PageContent,
): Candidate[] {
  const text = new PageText(part)
  return [...anchors].flatMap(([page, ofPage]) => {
    const registration = register(ofPage.slice(0, MOST_ANCHORS), text)
    return registration ? [{ page, content, registration }] : []
  })
}

function chosen(all: readonly Candidate[]): Map<number, MatchedPage> {
  const taken: Candidate[] = []
  const found = new Map<number, MatchedPage>()
  const bestFirst = all.toSorted(
    (one, other) => other.registration.matched - one.registration.matched,
  )
  for (const candidate of bestFirst) {
    if (!taken.every((other) => isApart(candidate, other))) continue
    taken.push(candidate)
    const first = found.get(candidate.page)
    found.set(
      candidate.page,
      first ? { ...first, repeated: true } : { ...candidate, repeated: false },
    )
  }
  return found
}

function isApart(one: Candidate, other: Candidate): boolean {
  if (one.content !== other.content) return true
  return !hasArea(intersect(one.registration.area, other.registration.area))
}

function halvesOf(content: PageContent): PageContent[] {
  const { width, height, glyphs } = content
  const isLeft = glyphs.map(({ x }) => x < width / 2)
  const isLow = glyphs.map(({ y }) => y < height / 2)
  return [isLeft, isLow].flatMap((isFirst) =>
    [true, false].map((wanted) => ({
      ...content,
      glyphs: glyphs.filter((_, index) => isFirst[index] === wanted),
    })),
  )
}

function inOrder(pages: ReadonlyMap<number, MatchedPage>): MatchedPage[] {
  return [...pages.values()].toSorted((one, other) => one.page - other.page)
}
