import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { packageFolder } from '../files/package-folder.ts'
import { OperatorError } from '../messages/operator-error.ts'
import { addressOf, MESSAGES_PAGE, type Rule, type RuleId, rules } from '../messages/rules.ts'
import { didYouMean } from '../messages/suggest.ts'
import { sectionsOf } from './sections.ts'

export interface RuleExplained extends Rule {
  readonly id: RuleId
  /** What it is about, for example `Placeholders and answers`. */
  readonly group: string
  /** What it means and what to do, in Markdown. */
  readonly text: string
  /** Where the text stands, for example `docs/messages.md#form-blank`. */
  readonly help: string
}

/**
 * Every rule that a message can name, in the order of the documentation.
 *
 * @example
 * ```ts
 * import { explainRules } from 'policypack'
 *
 * for (const { id, severity, summary } of await explainRules()) console.log(id, severity, summary)
 * ```
 */
export async function explainRules(): Promise<RuleExplained[]> {
  const page = await readFile(join(packageFolder, MESSAGES_PAGE), 'utf8')
  return sectionsOf(page).flatMap(({ group, heading, text }) =>
    isRule(heading)
      ? { ...rules[heading], id: heading, group, text, help: addressOf(heading) }
      : [],
  )
}

/**
 * The rule of this id. Throws an {@link OperatorError} when there is none.
 *
 * @example
 * ```ts
 * import { explain } from 'policypack'
 *
 * const { text, help } = await explain('form-blank')
 * console.log(text, help)
 * ```
 */
export async function explain(id: string): Promise<RuleExplained> {
  const found = (await explainRules()).find((rule) => rule.id === id)
  if (found) return found
  throw new OperatorError(
    `There is no rule \`${id}\`${didYouMean(id, Object.keys(rules)) || '; run `policypack explain` to see them all'}`,
  )
}

function isRule(heading: string): heading is RuleId {
  return Object.hasOwn(rules, heading)
}
