import type { Document } from '../../model/document.ts'
import type { Filled } from '../../model/project.ts'
import { fieldsIn } from '../text/fields-in.ts'
import { addAnchors } from './anchors.ts'
import { answersOf } from './answers.ts'
import { applyAnswers } from './apply.ts'
import { clauseNumbers, reportMoved, wrapClauses } from './clauses.ts'
import { resolveConditions } from './conditions.ts'
import { reportConflicts } from './conflicts.ts'
import { type Draft, draftOf } from './draft.ts'
import { removeEarlierChanges } from './earlier-changes.ts'
import { emptyHeadings, removeEmptied } from './emptied.ts'
import { resolveIdentities } from './identity.ts'
import { unlinkLeftOut, unlinkUnanswered } from './left-out.ts'
import { reportLimits } from './limits.ts'
import { settlePrivacy } from './privacy.ts'
import type { FillProject } from './project.ts'
import { nameReferences } from './references.ts'
import { reportUnused } from './unused.ts'

/**
 * Makes the documents the organisation's own: leaves out those that it does not want, resolves conditions and
 * identities, answers placeholders, numbers clauses and names the links to them. Faults are messages on the documents and on the
 * configuration. In a draft an open placeholder is a warning and stays as a gap.
 */
export function fill(
  documents: readonly Document[],
  project: FillProject,
  options: { readonly draft: boolean },
): Filled {
  const answers = answersOf(project)
  reportUnused(documents, answers, project)
  reportConflicts(project)
  reportLimits(answers, project)

  const [wanted = [], leftOut = []] = split(documents, project)
  const drafts = wanted.map((document) => draftOf(document, project))
  const emptyBefore = drafts.map(({ tree }) => emptyHeadings(tree))
  for (const draft of drafts) resolveConditions(draft, answers, project)
  const emptyAfter = drafts.map(({ tree }) => emptyHeadings(tree))
  for (const draft of drafts) draft.clauses = clauseNumbers(draft)
  for (const draft of drafts) {
    resolveIdentities(draft, answers)
    settlePrivacy(draft, answers, project)
  }
  const placeholders = applyAnswers(drafts, answers, project, options)
  drafts.forEach((draft, index) => {
    removeEarlierChanges(draft, wanted[index]!)
  })
  drafts.forEach((draft, index) => {
    unlinkUnanswered(draft)
    removeEmptied(draft, emptyBefore[index], emptyAfter[index])
  })
  for (const draft of drafts) {
    const numbers = clauseNumbers(draft)
    addAnchors(draft, numbers)
    reportMoved(draft, draft.clauses, numbers)
    wrapClauses(draft, numbers)
  }
  unlinkLeftOut(drafts, leftOut, project)
  nameReferences(drafts)
  return { documents: drafts.map(finish), placeholders }
}

function split(documents: readonly Document[], { config, faulty }: FillProject): Document[][] {
  const isLeftOut = ({ id }: Document) =>
    config.documents[id]?.include === false || faulty?.has(id) === true
  return [documents.filter((document) => !isLeftOut(document)), documents.filter(isLeftOut)]
}

function finish({ overridden: _, clauses: __, ...document }: Draft): Document {
  return { ...document, fields: fieldsIn(document.tree) }
}
