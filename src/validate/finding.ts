import type { Message } from '../model/message.ts'
import { type RuleId, rules } from '../model/rules.ts'

/** A message before the file is known that it is about. */
export type Finding = Omit<Message, 'file'>

/** A finding about a field, with the severity that its rule has. */
export function finding(rule: RuleId, field: string, message: string): Finding {
  return { rule, severity: rules[rule].severity, field, message }
}

/** A finding about many fields, or about the form as a whole. */
export function formFinding(rule: RuleId, message: string): Finding {
  return { rule, severity: rules[rule].severity, message }
}

/** A text of the form or the file within a sentence, shortened where it is long. */
export function quoted(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  const characters = [...line]
  return `“${characters.length > 60 ? `${characters.slice(0, 59).join('')}…` : line}”`
}

/** A question as the subject of a sentence: in quotes where it is a sentence itself. */
export function subject(label: string): string {
  return /[?.!:…]$/.test(label) || label.length > 60 ? quoted(label) : label
}
