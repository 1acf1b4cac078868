import { z } from 'zod'
import { report } from '../model/message.ts'
import type { PlaceholderInfo } from '../model/organisation.ts'
import { intervalMonths, isIsoDate } from '../model/review.ts'
import { nearest } from '../model/suggest.ts'
import { type AnswerBook, isEmpty } from './answers.ts'
import type { Resolved } from './apply.ts'
import type { FillProject } from './index.ts'
import type { Asked } from './resolve.ts'
import type { Entry } from './scopes.ts'

/** Reports a placeholder that has no answer, or one that cannot stand where it is. */
export function reportFault(
  { draft, occurrence, resolution }: Resolved,
  answers: AnswerBook,
  { configFile }: FillProject,
  options: { readonly draft: boolean },
): void {
  const { key, raw, point } = occurrence
  if (resolution.kind === 'misfit') {
    const reason = `Unexpected table of terms for \`${raw}\`, expected the placeholder alone in its paragraph`
    report(draft.file, 'answer-type', reason, point)
  }
  if (resolution.kind !== 'open') return

  const meant = nearest(key, answers.keysFor(draft.id).difference(new Set([key])))
  const message = meant
    ? report(
        draft.file,
        'placeholder-misspelt',
        `Unexpected placeholder \`${raw}\`, did you mean \`${meant}\`?`,
        point,
      )
    : report(
        draft.file,
        'placeholder-unanswered',
        `Missing answer for \`${raw}\``,
        point,
        `Add \`"${key}": "…"\` to \`answers\` in \`${configFile.path}\`.`,
      )
  if (options.draft) message.fatal = false
}

/** Reports answers that are not of the kind that the catalogue says, each once, where they stand. */
export function reportTypes(asked: readonly Asked[], { configFile, locate }: FillProject): void {
  const entries = new Set(asked.flatMap(({ entry }) => entry ?? []))
  for (const { answer, info, path, phrase } of entries) {
    const type = info && types[info.type]
    if (!type || !path || isEmpty(answer)) continue
    const values = Array.isArray(answer) ? answer : [answer]
    const wrong = values.find((value) => !type.fits(value))
    if (wrong === undefined) continue
    const reason = `Unexpected answer \`${written(wrong)}\` for \`${phrase}\`, expected ${type.expected}`
    report(configFile, 'answer-type', reason, locate(path))
  }
}

const types: Partial<
  Record<PlaceholderInfo['type'], { fits: (answer: Entry['answer']) => boolean; expected: string }>
> = {
  date: {
    fits: (answer) =>
      typeof answer === 'string' && (isIsoDate(answer) || intervalMonths(answer) !== undefined),
    expected: 'a date such as `2026-12-01`',
  },
  email: {
    fits: (answer) => z.email().safeParse(answer).success,
    expected: 'an e-mail address',
  },
  url: {
    fits: (answer) =>
      typeof answer === 'string' && /^(https?|mailto):$/.test(URL.parse(answer)?.protocol ?? ''),
    expected: 'an address that begins with `https://`',
  },
}

function written(answer: Entry['answer']): string {
  return typeof answer === 'object' ? JSON.stringify(answer) : String(answer)
}
