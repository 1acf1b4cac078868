import * as z from 'zod'
import { parseJson } from '../files/json.ts'
import { reportIssues } from '../files/schema-issues.ts'
import { readTextMaybe } from '../files/text-file.ts'
import { isIsoDate } from '../language/review.ts'
import { type Message, messagesOf, report } from '../messages/message.ts'
import { OperatorError } from '../messages/operator-error.ts'
import { type Answer, Answers, DocumentSettings, Organisation } from '../model/organisation.ts'
import { vocabulary } from './config.ts'

/** Answers in a file, which looks like a configuration. */
const AnswersFile = z.strictObject({
  $schema: z.string().optional(),
  organisation: z.preprocess(
    withoutNulls,
    Organisation.partial()
      // Without the defaults: nobody said them.
      .extend({
        locale: Organisation.shape.locale.unwrap().optional(),
        colour: Organisation.shape.colour.unwrap().optional(),
      })
      .optional(),
  ),
  answers: Answers.optional(),
  documents: z.record(z.string(), DocumentSettings).optional(),
})
type AnswersFile = z.infer<typeof AnswersFile>

/** What an organisation has none of is not said of it; a name it has. */
function withoutNulls(organisation: unknown): unknown {
  if (typeof organisation !== 'object' || organisation === null) return organisation
  const said = Object.entries(organisation).filter(
    ([key, value]) => value !== null || key === 'name',
  )
  return Object.fromEntries(said)
}

/** What should have stood in place of an answer to a placeholder; undefined when it will do. */
export type Judge = (
  phrase: string,
  answer: Answer,
  locale: string | undefined,
  /** The answers that stand before it, which it may contradict. */
  before: Answers,
) => string | undefined

/** Reads a file with answers; faults are messages. Throws an {@link OperatorError} when there is no such file. */
export async function readAnswersFile(
  path: string,
  judge: Judge,
): Promise<AnswersFile | { readonly messages: readonly Message[] }> {
  const file = await readTextMaybe(path, 'config-syntax')
  if (!file) throw new OperatorError(`There is no file ${path}; check the path given by --answers`)
  const json = parseJson(file)
  const parsed = json && AnswersFile.safeParse(json.value)
  if (json && parsed?.error)
    reportIssues(file, json, parsed.error.issues, {
      ...vocabulary,
      keysAt: (at) => (at.length === 0 ? Object.keys(AnswersFile.shape) : vocabulary.keysAt(at)),
    })
  const { answers = {}, documents = {}, organisation } = parsed?.data ?? {}
  const before: Answers = {}
  for (const [phrase, answer] of Object.entries(answers)) {
    const expected = judge(phrase, answer, organisation?.locale, before)
    before[phrase] = answer
    const reason = `Unexpected answer \`${JSON.stringify(answer)}\` for \`${phrase}\`, expected ${expected}`
    if (expected) report(file, 'answer-type', reason, json?.locate(['answers', phrase]))
  }
  for (const [id, { effective = '', review = '' }] of Object.entries(documents)) {
    if (!isIsoDate(effective) || !isIsoDate(review) || review > effective) continue
    const reason = `Unexpected value \`${review}\` for \`documents › ${id} › review\`, expected a day after it takes effect, \`${effective}\``
    report(file, 'config-value', reason, json?.locate(['documents', id, 'review']))
  }
  return parsed?.success && file.messages.length === 0
    ? parsed.data
    : { messages: messagesOf(file) }
}
