import { report } from '../../messages/message.ts'
import type { Answer } from '../../model/organisation.ts'
import { answerKind } from '../text/answer-kind.ts'
import { placeholderKey } from '../text/placeholder.ts'
import type { AnswerBook } from './answers.ts'
import type { FillProject } from './project.ts'
import type { Entry } from './scopes.ts'

const AMOUNTS = { least: 'at least', most: 'at most' }

/** Reports answers that are below another than which they cannot be less, such as the most below the least. */
export function reportLimits(
  answers: AnswerBook,
  { catalogue, config, configFile, locate }: FillProject,
): void {
  const { locale } = config.organisation
  const documents = ['', ...Object.keys(config.documents)]
  const told = new Set<Entry>()
  for (const [phrase, { atLeast }] of Object.entries(catalogue)) {
    if (atLeast === undefined) continue
    for (const document of documents) {
      const find = (asked: string) =>
        answers.find(placeholderKey(asked), { document, headings: [] })
      const [entry, least] = [find(phrase), find(atLeast)]
      // What is told of is what somebody wrote; the other may be a default.
      const written = entry?.path ? entry : least
      if (!entry || !least || !written?.path || told.has(written) || !isBelow(entry, least))
        continue
      told.add(written)
      const words = (entry.info && answerKind(entry.info).compared) ?? AMOUNTS
      const reason =
        written === entry
          ? `Unexpected answer \`${entry.answer}\` for \`${phrase}\`, expected ${words.least} \`${least.answer}\`, the answer for \`${atLeast}\``
          : `Unexpected answer \`${least.answer}\` for \`${atLeast}\`, expected ${words.most} \`${entry.answer}\`, the answer for \`${phrase}\``
      report(configFile, 'answer-limits', reason, locate(written.path))
    }
  }

  function isBelow(entry: Entry, least: Entry): boolean {
    const [amount, other] = [amountOf(entry, locale), amountOf(least, locale)]
    return amount !== undefined && other !== undefined && amount < other
  }
}

function amountOf({ answer, info }: Entry, locale: string): number | undefined {
  return info && isText(answer)
    ? answerKind(info).amount?.(String(answer).trim(), locale)
    : undefined
}

function isText(answer: Answer): answer is string | number {
  return typeof answer === 'string' || typeof answer === 'number'
}
