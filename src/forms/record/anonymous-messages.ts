import type { Message } from '../../messages/message.ts'
import { type RuleId, rules } from '../../messages/rules.ts'
import type { AnonymousCount, RuleCounts } from '../../model/record.ts'

/** What to do, without a word of whose form it is. */
const ADVICE = {
  counted:
    'Which one is not told. It counts as far as it can be read; a corrected one would count twice',
  refused:
    'Which one is not told, and nothing of it is kept. Ask all who may have sent one to send the same file again, which counts once',
} as const

/**
 * What the rules had to say of the anonymous forms of a run, with numbers instead of files; `folderOf` gives where those of a form are
 * kept.
 */
export function anonymousMessages(
  counts: readonly AnonymousCount[],
  folderOf: (form: string) => string,
): Message[] {
  return counts.flatMap(({ form, counted, refused, rules, refusals }) => [
    ...messagesOf(rules, { of: counted, file: folderOf(form), advice: ADVICE.counted }),
    ...messagesOf(refusals, { of: refused, file: folderOf(form), advice: ADVICE.refused }),
  ])
}

function messagesOf(
  numbers: RuleCounts,
  { of, file, advice }: { readonly of: number; readonly file: string; readonly advice: string },
): Message[] {
  return Object.entries(numbers).flatMap(([name, number]) => {
    const rule = name as RuleId
    const { severity, summary } = rules[rule]
    const forms = of === 1 ? 'anonymous form' : 'anonymous forms'
    const message = `In ${number} of ${of} ${forms}: ${summary} ${advice}`
    return severity === 'info' ? [] : [{ file, severity, rule, message }]
  })
}
