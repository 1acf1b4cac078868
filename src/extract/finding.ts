import type { Message } from '../model/message.ts'
import { type RuleId, rules } from '../model/rules.ts'

/** A message before it is known which file it is about. */
export type Finding = Omit<Message, 'file'>

/** A finding with the severity of its rule. */
export function finding(rule: RuleId, message: string, field?: string): Finding {
  return { rule, severity: rules[rule].severity, message, ...(field !== undefined && { field }) }
}
