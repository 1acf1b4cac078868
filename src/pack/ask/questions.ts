import type {
  Config,
  Organisation,
  PlaceholderCatalogue,
  PlaceholderInfo,
} from '../../model/organisation.ts'
import type { PlaceholderUse } from '../../model/project.ts'
import { answerFault, answerKind } from '../text/answer-kind.ts'
import { PLACEHOLDER_PATTERN, placeholderKey } from '../text/placeholder.ts'
import { organisationQuestions } from './organisation-questions.ts'
import type { Question } from './question.ts'

/** What is known of an organisation and its content before it is asked. */
export interface Situation {
  /** The keys of `organisation` that the configuration has. */
  readonly organisationKeys: ReadonlySet<string>
  readonly config: Pick<Config, 'answers' | 'organisation'>
  readonly catalogue: PlaceholderCatalogue
  /** The places that wait for an answer as things are. */
  readonly placeholders: readonly PlaceholderUse[]
  /** The places that would wait for one if every condition held. */
  readonly possible: readonly PlaceholderUse[]
}

/** The questions that are open, group by group in the order of the catalogue. */
export function questionsOf(situation: Situation): Question[] {
  const { catalogue, config, organisationKeys } = situation
  const given = new Set(Object.keys(config.answers).map(placeholderKey))
  const now = Map.groupBy(situation.placeholders, ({ key }) => key)
  const possible = Map.groupBy(situation.possible, ({ key }) => key)
  const infos = new Map(Object.entries(catalogue).map(([key, info]) => [placeholderKey(key), info]))
  const keys = new Set([...infos.keys(), ...now.keys()])

  const open = [...keys].filter((key) => {
    const uses = now.get(key)
    if (given.has(key) || !(uses || possible.has(key))) return false
    // What other answers imply is not asked. A default is, or the answer of another, which are only proposals; so is what may be left out,
    // which counts as answered when nothing is said.
    const info = infos.get(key)
    const isSettled = uses?.every(({ answered }) => answered) ?? false
    const isProposal = info?.default !== undefined || info?.sameAs !== undefined
    return !isSettled || isProposal || info?.optional === true
  })
  const questions = open.map((key) =>
    question(key, infos.get(key), now.get(key) ?? possible.get(key) ?? [], config.organisation),
  )
  return [...organisationQuestions(organisationKeys), ...inGroups(questions)]
}

function question(
  key: string,
  info: PlaceholderInfo | undefined,
  uses: readonly PlaceholderUse[],
  { locale: usual }: Pick<Organisation, 'locale'>,
): Question {
  const asked = { type: 'text' as const, optional: false, ...info }
  const { expected, normal } = answerKind(asked)
  return {
    path: ['answers', key],
    group: info?.group ?? 'Your own documents',
    question: info?.question ?? `What should stand for “${key}”?`,
    ...(info?.hint !== undefined && { hint: info.hint }),
    ...(info?.example !== undefined && { example: info.example }),
    ...(info?.default !== undefined && { default: info.default }),
    type: asked.type === 'definitions' ? 'definitions' : 'text',
    required: false,
    optional: info?.optional ?? key.startsWith('any other '),
    sentences: [...new Map(uses.filter(saysMore).map((use) => [use.sentence, use])).values()],
    expected,
    normal: (text, locale = usual) => normal(text.trim(), locale),
    fault: (answer, locale = usual) => answerFault(asked, answer, locale)?.expected,
  }
}

/** Whether the sentence of a placeholder has more words than the placeholder, so that it helps to answer. */
function saysMore({ sentence }: PlaceholderUse): boolean {
  return /\p{L}/u.test(sentence.replaceAll(PLACEHOLDER_PATTERN, ''))
}

/** A group that comes up twice in the catalogue is asked once. */
function inGroups(questions: readonly Question[]): Question[] {
  return [...Map.groupBy(questions, ({ group }) => group).values()].flat()
}
