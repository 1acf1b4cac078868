import GithubSlugger from 'github-slugger'
import type { Heading } from 'mdast'
import { visit } from 'unist-util-visit'
import { plainText } from '../text/plain-text.ts'
import type { Draft } from './draft.ts'

/** Gives each heading its anchor and, in numbered documents, each main heading that is no appendix its number. */
export function addAnchors({ tree, meta }: Draft): void {
  const slugger = new GithubSlugger()
  let count = 0
  visit(tree, 'heading', (heading) => {
    const text = plainText(heading).trim()
    const own = heading.data?.id && slugger.slug(heading.data.id, true)
    heading.data = { ...heading.data, id: own || slugger.slug(text) || slugger.slug('section') }
    if (meta.numbered && isClause(heading, text)) heading.data.number = String(++count)
  })
}

function isClause({ depth }: Heading, text: string): boolean {
  return depth === 2 && !/^appendi(x|ces)\b/i.test(text)
}
