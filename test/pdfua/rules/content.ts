import type { TaggedFile } from '../file/index.ts'
import type { Rule } from '../rule.ts'

/** What is shown on the pages is tagged or an artifact, and never both (7.1). */
export const contentRules = {
  'content-unmarked': {
    source: '7.1',
    *check({ pages }) {
      for (const [index, { content }] of pages.entries())
        for (const { kind, tagged, artifact } of content.shown)
          if (!tagged && !artifact) yield `page ${index + 1}, ${kind}`
    },
  },
  'artifact-in-tagged': {
    source: '7.1',
    check: (file) =>
      sequencesOf(file)
        .filter(({ tag, insideTagged }) => tag === 'Artifact' && insideTagged)
        .map(({ page }) => `page ${page}`),
  },
  'tagged-in-artifact': {
    source: '7.1',
    check: (file) =>
      sequencesOf(file)
        .filter(({ mcid, insideArtifact }) => mcid !== undefined && insideArtifact)
        .map(({ page, mcid }) => `page ${page}, content ${mcid}`),
  },
} satisfies Record<string, Rule>

function sequencesOf({ pages }: TaggedFile) {
  return pages.flatMap(({ content }, index) =>
    content.sequences.map((sequence) => ({ ...sequence, page: index + 1 })),
  )
}
