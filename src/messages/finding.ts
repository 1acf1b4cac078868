import type { Message } from './message.ts'
import { type RuleId, rules } from './rules.ts'

/** A message before it is known which file it is about. */
export type Finding = Omit<Message, 'file'>

/** A finding about a field, or about the form as a whole, with the severity of its rule. */
export function finding(rule: RuleId, message: string, field?: string): Finding {
  return { rule, severity: rules[rule].severity, ...(field !== undefined && { field }), message }
}
