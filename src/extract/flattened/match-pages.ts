import type { FormDefinition } from '../../model/form.ts'
import type { PageContent } from '../../pdf/page/index.ts'
import { PageText } from './page-text.ts'
import { type Registration, register } from './register.ts'

/** A page of a form and the copy of it. */
export interface MatchedPage {
  /** Page of the form, counted from 0. */
  readonly page: number
  readonly content: PageContent
  readonly registration: Registration
  /** True when another page of the file is a copy of it as well. */
  readonly repeated: boolean
}

/** Finds the copies of a form's pages, in whatever order they are and whatever lies between them. */
export function matchPages(form: FormDefinition, contents: readonly PageContent[]): MatchedPage[] {
  const anchors = Map.groupBy(form.anchors ?? [], ({ page }) => page)
  const candidates = contents.flatMap((content) => {
    const text = new PageText(content)
    return [...anchors].flatMap(([page, ofPage]) => {
      const registration = register(ofPage.slice(0, mostAnchors), text)
      return registration ? [{ page, content, registration }] : []
    })
  })
  const taken = new Set<PageContent>()
  const found = new Map<number, MatchedPage>()
  candidates.sort((one, other) => other.registration.matched - one.registration.matched)
  for (const candidate of candidates) {
    if (taken.has(candidate.content)) continue
    taken.add(candidate.content)
    const first = found.get(candidate.page)
    found.set(
      candidate.page,
      first ? { ...first, repeated: true } : { ...candidate, repeated: false },
    )
  }
  return [...found.values()].toSorted((one, other) => one.page - other.page)
}

/** As many as a page of ours has, and some more; an embedded definition may claim any number. */
const mostAnchors = 60
