import type { PlaceholderUse } from '../../model/project.ts'
import type { Surroundings, Wording } from '../text/wording.ts'
import { encodedFor } from './address.ts'
import type { AnswerBook } from './answers.ts'
import { putInTree } from './blocks.ts'
import type { Draft } from './draft.ts'
import { reportFault, reportTypes } from './faults.ts'
import { reportLess } from './leave-out.ts'
import { NOWHERE } from './left-out.ts'
import { planLists } from './lists.ts'
import type { FillProject } from './project.ts'
import { type Asked, type Resolved, resolve } from './resolve.ts'
import { replaceEach, shown } from './shown.ts'
import { type Spot, spotsOf, type TextSpot } from './spots.ts'

/** Answers all placeholders of the documents, and tells of each whether it has an answer. */
export function applyAnswers(
  drafts: readonly Draft[],
  answers: AnswerBook,
  project: FillProject,
  options: { readonly draft: boolean },
): PlaceholderUse[] {
  const { locale } = project.config.organisation
  const spots = drafts.flatMap((draft) =>
    spotsOf(draft, draft.overridden).map((spot) => ({
      spot,
      asked: spot.occurrences.map((occurrence): Asked => {
        const asker = { document: draft.id, headings: occurrence.headings }
        return { draft, spot, occurrence, entry: answers.find(occurrence.key, asker) }
      }),
    })),
  )
  const all = spots.flatMap(({ asked }) => asked)
  reportTypes(all, project)
  const lists = planLists(all, project)
  return spots.flatMap(({ spot, asked }) => {
    const resolved = asked.map((one) => ({ ...one, resolution: resolve(one, answers, lists) }))
    for (const one of resolved) reportFault(one, answers, project, options)
    put(spot, resolved, locale)
    return resolved.map(useOf)
  })
}

function put(spot: Spot, resolved: readonly Resolved[], locale: string): void {
  if (spot.kind === 'node') {
    for (const one of resolved) putInTree(spot, one, locale)
    return
  }
  if (spot.kind === 'address') {
    putInAddress(spot, resolved)
    return
  }
  const wordings = resolved.map(
    (one) => (before: string, after: string) =>
      wordingFor(one, spot.kind, { before, after, locale }),
  )
  const none = resolved.find(({ resolution }) => resolution.kind === 'nothing')
  if (!none) {
    spot.write((text) => replaceEach(text, wordings))
    return
  }
  const withLess = (text: string) => replaceEach(text, wordings).replace(/\s+/g, ' ').trim()
  spot.write(withLess)
  const left = withLess(spot.text)
  if (left !== '') reportLess(spot.text, left, none.occurrence, none.draft, none.occurrence.point)
}

function putInAddress(spot: TextSpot, resolved: readonly Resolved[]): void {
  const encoded = encodedFor(spot.text, resolved)
  const none = resolved.find(({ resolution }) => resolution.kind === 'nothing')
  if (encoded) {
    const wordings = encoded.map((text) => () => verbatim(text))
    spot.write((text) => replaceEach(text, wordings))
  } else if (none) spot.write(() => `${NOWHERE}${encodeURIComponent(none.occurrence.raw)}`)
}

function wordingFor(
  { resolution, occurrence, entry }: Resolved,
  kind: TextSpot['kind'],
  surroundings: Omit<Surroundings, 'form'>,
): Wording | undefined {
  if (resolution.kind === 'nothing') return verbatim('')
  if (resolution.kind !== 'text') return undefined
  // The front matter keeps its days in ISO 8601, by which reviews are reckoned.
  return kind === 'day'
    ? verbatim(resolution.text)
    : shown(resolution.text, occurrence, entry, surroundings)
}

function verbatim(text: string): Wording {
  return { text, drop: 0 }
}

function useOf({ draft, occurrence, resolution }: Resolved): PlaceholderUse {
  const { key, point, sentence } = occurrence
  return {
    key,
    document: draft.id,
    file: draft.file.path,
    line: point?.line ?? 1,
    column: point?.column ?? 1,
    sentence,
    answered: resolution.kind !== 'open' && resolution.kind !== 'misfit',
  }
}
