import type { VFile } from 'vfile'
import { report } from '../../messages/message.ts'
import { nearest } from '../../messages/suggest.ts'
import { answerFault } from '../text/answer-kind.ts'
import { formsOf } from '../text/wording.ts'
import type { AnswerBook } from './answers.ts'
import type { FillProject } from './project.ts'
import type { Asked, Resolved } from './resolve.ts'
import type { Entry } from './scopes.ts'
import type { Occurrence } from './spots.ts'

/** Reports a placeholder that has no answer, or one that cannot stand where it is. */
export function reportFault(
  { draft, occurrence, resolution, entry }: Resolved,
  answers: AnswerBook,
  { configFile }: FillProject,
  options: { readonly draft: boolean },
): void {
  const { key, raw, point } = occurrence
  if (resolution.kind === 'misfit') {
    const reason = `Unexpected table of terms for \`${raw}\`, expected the placeholder alone in its paragraph`
    report(draft.file, 'answer-type', reason, point)
  }
  reportForm(draft.file, occurrence, entry)
  if (resolution.kind !== 'open') return

  const meant = nearest(
    key,
    answers
      .keysFor(draft.id)
      .values()
      .filter((known) => known !== key),
  )
  const message = meant
    ? report(
        draft.file,
        'placeholder-misspelt',
        `Missing answer for \`${raw}\`, did you mean it by \`${meant}\`?`,
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

function reportForm(file: VFile, { raw, form, point }: Occurrence, entry: Entry | undefined): void {
  const known = entry?.info ? formsOf(entry.info.type) : undefined
  if (!form || !known || known.includes(form)) return
  const others = known.map((one) => `\`as ${one}\``).join(', ')
  const reason = `Unexpected form \`as ${form}\` in \`${raw}\`, expected ${others || 'none: this answer has one form only'}`
  report(file, 'placeholder-form', reason, point)
}

/** Reports answers that are not of the kind that the catalogue says, each once, where they stand. */
export function reportTypes(
  asked: readonly Asked[],
  { config, configFile, locate }: FillProject,
): void {
  const entries = new Set(asked.flatMap(({ entry }) => entry ?? []))
  const misfits: string[] = []
  for (const { answer, info, path, phrase } of entries) {
    const fault = info && answerFault(info, answer, config.organisation.locale)
    if (!fault || !path) continue
    const reason = `Unexpected answer \`${fault.text}\` for \`${phrase}\`, expected ${fault.expected}`
    report(configFile, fault.rule, reason, locate(path))
    misfits.push(fault.text)
  }
  configFile.data.misfitAnswers = misfits
}
