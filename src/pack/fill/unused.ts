import { visit } from 'unist-util-visit'
import { fold } from '../../language/fold.ts'
import { report } from '../../messages/message.ts'
import { didYouMean } from '../../messages/suggest.ts'
import type { Document } from '../../model/document.ts'
import { placeholderKey } from '../text/placeholder.ts'
import { plainText } from '../text/plain-text.ts'
import type { AnswerBook } from './answers.ts'
import { isCondition, reportUnknownConditions } from './conditions.ts'
import type { FillProject } from './project.ts'
import type { Entry } from './scopes.ts'
import { reportUnclosedTexts, spotsOf } from './spots.ts'

/**
 * Reports answers that no document asks for, and conditions on answers that there are not. Documents that are left out
 * and conditions that do not hold count as well, so that nobody takes out an answer that another choice would need.
 */
export function reportUnused(
  documents: readonly Document[],
  answers: AnswerBook,
  project: FillProject,
): void {
  const used = new Set<Entry>()
  const mentioned = new Set<string>()
  const use = (entry: Entry | undefined) => {
    if (entry) used.add(entry)
  }
  for (const document of documents) {
    for (const { key, headings } of spotsOf(document).flatMap(({ occurrences }) => occurrences)) {
      mentioned.add(key)
      use(answers.find(key, { document: document.id, headings }))
    }
    visit(document.tree, (node) => {
      if (isCondition(node)) use(answers.findCondition(node.key, document.id))
    })
  }
  for (const document of documents) reportUnclosedTexts(document)
  reportHeadings(documents, project)
  // One that cannot be read may ask for anything.
  if (project.unread?.size) return
  for (const document of documents) reportUnknownConditions(document, mentioned, answers)
  for (const { phrase, path } of answers.given.filter((entry) => !used.has(entry))) {
    const reason = `Unexpected answer \`${phrase}\`, which no document asks for`
    const unanswered = [...mentioned].filter((key) => key !== placeholderKey(phrase))
    const note = didYouMean(phrase, unanswered).replace(/^, d/, 'D')
    report(project.configFile, 'answer-unused', reason, path && project.locate(path), note)
  }
}

function reportHeadings(
  documents: readonly Document[],
  { config, configFile, locate }: FillProject,
): void {
  for (const { id, tree } of documents) {
    const known: string[] = []
    visit(tree, 'heading', (heading) => {
      known.push(plainText(heading).trim())
    })
    const keys = new Set(known.map(fold))
    for (const heading of Object.keys(config.documents[id]?.headings ?? {})) {
      if (keys.has(fold(heading))) continue
      const reason = `Unexpected heading \`${heading}\`, which the document \`${id}\` does not have${didYouMean(heading, known)}`
      report(configFile, 'answer-unused', reason, locate(['documents', id, 'headings', heading]))
    }
  }
}
