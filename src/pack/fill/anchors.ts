import GithubSlugger from 'github-slugger'
import { visit } from 'unist-util-visit'
import { plainText } from '../text/plain-text.ts'
import type { ClauseNumbers } from './clauses.ts'
import type { Draft } from './draft.ts'

/** Gives each heading its anchor and, in numbered documents, each main heading that is no appendix its number. */
export function addAnchors({ tree }: Pick<Draft, 'tree'>, numbers: ClauseNumbers): void {
  const slugger = new GithubSlugger()
  visit(tree, 'heading', (heading) => {
    const text = plainText(heading).trim()
    const own = heading.data?.id && slugger.slug(heading.data.id, true)
    heading.data = { ...heading.data, id: own || slugger.slug(text) || slugger.slug('section') }
    const number = numbers.get(heading)
    if (number) heading.data.number = number
  })
}
