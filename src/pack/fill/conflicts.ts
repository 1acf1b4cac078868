import { report } from '../../messages/message.ts'
import type { Answer, Answers } from '../../model/organisation.ts'
import { placeholderKey } from '../text/placeholder.ts'
import type { FillProject } from './project.ts'

/**
 * Reports placeholders that the configuration answers in two ways: by two spellings in one place, otherwise than the
 * organisation's own name or contact, or otherwise for one document than for all.
 */
export function reportConflicts(project: FillProject): void {
  const { organisation, answers, documents } = project.config
  const own = Object.entries(answers)
  reportSpellings(answers, ['answers'], project)
  for (const [phrase, implied] of [
    ['organisation name', organisation.name],
    ['organisation short name', organisation.shortName],
    ['human resources contact', organisation.contact],
  ]) {
    const given = own.find(([key]) => placeholderKey(key) === phrase)
    if (!given || implied === undefined || same(given[1], implied)) continue
    reportTwice(given[0], ['answers', given[0]], `\`${implied}\` in \`organisation\``, project)
  }
  for (const [id, settings] of Object.entries(documents)) {
    const path = ['documents', id, 'answers']
    reportSpellings(settings.answers ?? {}, path, project)
    reportDifferences(settings.answers ?? {}, path, own, project)
  }
}

function reportSpellings(answers: Answers, path: readonly string[], project: FillProject): void {
  const spellings = Map.groupBy(Object.entries(answers), ([phrase]) => placeholderKey(phrase))
  for (const [first, ...others] of spellings.values()) {
    for (const [phrase, answer] of others) {
      if (!first || same(answer, first[1])) continue
      reportTwice(phrase, [...path, phrase], `the answer for \`${first[0]}\``, project)
    }
  }
}

function reportTwice(
  phrase: string,
  path: readonly string[],
  other: string,
  { configFile, locate }: FillProject,
): void {
  const reason = `Unexpected second answer for \`${phrase}\`, which differs from ${other}`
  report(configFile, 'answer-twice', reason, locate(path))
}

function reportDifferences(
  answers: Answers,
  path: readonly string[],
  own: readonly [string, Answer][],
  { configFile, locate }: FillProject,
): void {
  for (const [phrase, answer] of Object.entries(answers)) {
    const key = placeholderKey(phrase)
    const other = own.find(([ownPhrase]) => placeholderKey(ownPhrase) === key)
    if (!other || same(answer, other[1])) continue
    const reason = `Other answer for \`${phrase}\` than in \`answers\``
    report(configFile, 'answer-differs', reason, locate([...path, phrase]))
  }
}

function same(one: Answer, other: Answer): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
