import { VFile } from 'vfile'
import { expect, test } from 'vitest'
import { Config } from '../../src/model/organisation.ts'
import { check } from '../../src/pack/check/index.ts'
import { fill } from '../../src/pack/fill/index.ts'
import { parse } from '../../src/pack/parse/index.ts'
import { typeset } from '../../src/pack/typeset/index.ts'

test.each([
  ['links', '[this](#purpose)'],
  ['broken links', '[this](#nowhere)'],
  ['clauses', 'clause 1.1'],
  ['clauses that are not there', 'clause 7.1'],
])('a document is not looked through anew for each of its %s', (_, words) => {
  expect(looksAtHeading(words, 200)).toBe(looksAtHeading(words, 20))
})

/** How often the rules look at what a heading says of itself, in a document with so many paragraphs of these words. */
function looksAtHeading(words: string, count: number): number {
  const front =
    'id: a\nkind: policy\ntitle: A\nnumbered: true\nversion: 1.0.0\nowner: O\napprover: P\neffective: 2026-01-01\nreview: 2027-01-01'
  const body = `## Purpose\n\n${`See ${words}.\n\n`.repeat(count)}`
  const file = new VFile({ path: 'a.md', value: `---\n${front}\n---\n\n${body}` })
  const configFile = new VFile({ path: 'org.config.json', value: '' })
  const config = Config.parse({ organisation: { name: 'Kite' } })
  const project = { config, configFile, locate: () => undefined, catalogue: {} }
  const parsed = parse({ file })
  const { documents } = fill(
    parsed ? [typeset(parsed, project.config.organisation)] : [],
    project,
    { draft: false },
  )
  const [heading] = documents[0]?.tree.children ?? []
  if (heading?.type !== 'heading') throw new Error('The document does not begin with its heading')
  const { data } = heading
  let looks = 0
  Object.defineProperty(heading, 'data', {
    get: () => {
      looks += 1
      return data
    },
  })
  check(documents, project, { today: '2026-11-22' })
  return looks
}
