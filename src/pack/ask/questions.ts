import type {
  Answer,
  Config,
  PlaceholderCatalogue,
  PlaceholderInfo,
} from '../../model/organisation.ts'
import type { PlaceholderUse } from '../../model/project.ts'
import { answerFault, answerKind } from '../text/answer-kind.ts'
import { askedIn } from '../text/asked-spelling.ts'
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
    // The organisation's own contact, which is asked for, is the answer.
    if (key === 'human resources contact' && !organisationKeys.has('contact')) return false
    // What other answers imply is not asked. A default is, or the answer of another, which are only proposals; so is what may be left out,
    // which counts as answered when nothing is said.
    const info = infos.get(key)
    const isSettled = uses?.every(({ answered }) => answered) ?? false
    const isProposal = info?.default !== undefined || info?.sameAs !== undefined
    return !isSettled || isProposal || info?.optional === true
  })
  const questions = open.map((key) =>
    question(key, infos, now.get(key) ?? possible.get(key) ?? [], config),
  )
  const ofItself = organisationQuestions(organisationKeys)
  return [
    ...ofItself.map((one) => askedIn(config.organisation.locale, one)),
    ...inGroups(questions),
  ]
}

function question(
  key: string,
  infos: ReadonlyMap<string, PlaceholderInfo>,
  uses: readonly PlaceholderUse[],
  { answers, organisation }: Situation['config'],
): Question {
  const info = infos.get(key)
  const usual = organisation.locale
  const asked = { type: 'text' as const, optional: false, ...info }
  const { expected, normal } = answerKind(asked)
  const isOptional = info?.optional ?? key.startsWith('any other ')
  return {
    path: ['answers', key],
    group: info?.group ?? 'Your own documents',
    ...(info?.spelling && { spelling: info.spelling }),
    question: info?.question ?? `What should stand for “${key}”?`,
    ...(info?.hint !== undefined && { hint: info.hint }),
    ...(info?.example !== undefined && { example: info.example }),
    ...(info?.default !== undefined && { default: info.default }),
    type: asked.type === 'definitions' ? 'definitions' : 'text',
    required: false,
    isQuick: info?.default === undefined && info?.sameAs === undefined && !isOptional,
    optional: isOptional,
    sentences: [...new Map(uses.filter(saysMore).map((use) => [use.sentence, use])).values()],
    expected,
    normal: (text, locale = usual) => normal(text.trim(), locale),
    fault: (answer, locale = usual) => answerFault(asked, answer, locale)?.expected,
    conflict: (text, answerTo, locale = usual) =>
      conflictOf(key, text, infos, (phrase) => answerTo(phrase) ?? answers[phrase], locale),
  }
}

/** What an answer should have been beside that which it may not be below, or which may not be below it. */
function conflictOf(
  key: string,
  text: string,
  infos: ReadonlyMap<string, PlaceholderInfo>,
  answerTo: (phrase: string) => Answer | undefined,
  locale: string,
): string | undefined {
  const amountOf = (phrase: string, answer: Answer | undefined) => {
    const info = infos.get(phrase)
    return info && typeof answer === 'string'
      ? answerKind(info).amount?.(answer, locale)
      : undefined
  }
  const amount = amountOf(key, text)
  if (amount === undefined) return undefined
  const words = answerKind(infos.get(key)!).compared ?? { least: 'at least', most: 'at most' }
  for (const [phrase, { atLeast, question }] of infos) {
    const [other, isLeast] =
      phrase === key
        ? [atLeast && placeholderKey(atLeast), true]
        : [atLeast !== undefined && placeholderKey(atLeast) === key ? phrase : undefined, false]
    const answer = other ? answerTo(other) : undefined
    const bound = other ? amountOf(other, answer) : undefined
    if (bound === undefined || (isLeast ? amount >= bound : amount <= bound)) continue
    const asked = isLeast ? infos.get(other!)?.question : question
    return `${isLeast ? words.least : words.most} ${answer}, the answer to “${asked}”`
  }
  return undefined
}

/** Whether the sentence of a placeholder has more words than the placeholder, so that it helps to answer. */
function saysMore({ sentence }: PlaceholderUse): boolean {
  return /\p{L}/u.test(sentence.replaceAll(PLACEHOLDER_PATTERN, ''))
}

/** A group that comes up twice in the catalogue is asked once. */
function inGroups(questions: readonly Question[]): Question[] {
  return [...Map.groupBy(questions, ({ group }) => group).values()].flat()
}
