import { pathOf, type TaggedFile } from '../file/index.ts'
import type { Content, Element } from '../file/structure.ts'
import { piecesOf } from '../file/texts.ts'
import type { Rule } from '../rule.ts'
import { meaningsOf } from './fonts.ts'

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
  'word-break': {
    source: 'ISO 32000-1, 14.8.2.5',
    *check({ pages }) {
      for (const [index, { content }] of pages.entries())
        for (const [at, { mcid, line, font, codes }] of content.runs.entries()) {
          const before = content.runs[at - 1]
          if (before?.mcid !== mcid || before.line === line) continue
          const end = meaningsOf(before.font).get(before.codes.at(-1) ?? 0) ?? ''
          const start = meaningsOf(font).get(codes[0] ?? 0) ?? ''
          if (/[\p{L}\p{N}.,;:)]$/u.test(end) && /^[\p{L}\p{N}(]/u.test(start))
            yield `page ${index + 1}, …${end} before ${start}…`
        }
    },
  },
  'words-apart': {
    source: 'ISO 32000-1, 14.8.2.5, between the contents of one paragraph',
    *check(file) {
      for (const element of file.structure.elements) {
        if (!/^(P|H\d|LBody|TD|TH|Caption|Lbl)$/.test(element.standard ?? '')) continue
        const pieces = inLine(element).flatMap((content) =>
          piecesOf(file, content).map((piece) => ({ ...piece, content })),
        )
        for (const [index, { text, line, content }] of pieces.entries()) {
          const before = pieces[index - 1]
          if (!before || before.content === content || Math.abs(before.line - line) < LINE) continue
          if (/[\p{L}\p{N}]$/u.test(before.text) && /^[\p{L}\p{N}]/u.test(text))
            yield `${pathOf(element)}, …${before.text.slice(-9)} before ${text.slice(0, 9)}…`
        }
      }
    },
  },
} satisfies Record<string, Rule>

/** Lines are further apart, in the units of Chromium; what is raised in a line is nearer. */
const LINE = 9

/** The contents of an element without what begins a block of its own. */
function inLine({ items }: Element): Content[] {
  return items.flatMap((item) => {
    if ('mcid' in item) return item
    return /^(Span|Link|Code|Reference|Quote)$/.test(item.standard ?? '') ? inLine(item) : []
  })
}

function sequencesOf({ pages }: TaggedFile) {
  return pages.flatMap(({ content }, index) =>
    content.sequences.map((sequence) => ({ ...sequence, page: index + 1 })),
  )
}
