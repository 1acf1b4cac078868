import type { Point, Position } from 'unist'
import type { VFile } from 'vfile'
import type { VFileMessage } from 'vfile-message'
import { bounded } from './bounded.ts'
import { addressOf, type RuleId, rules, type Severity } from './rules.ts'

/** One finding about an author's file or a completed form, ready to print or to send as JSON. */
export interface Message {
  /** Where it was found, as the user wrote the path; empty when it concerns no file. */
  readonly file: string
  /** Line and column, both counted from 1; absent for PDFs. */
  readonly line?: number
  readonly column?: number
  readonly severity: Severity
  readonly rule: RuleId
  /** A sentence in the user's words, without the final full stop needed to chain it. */
  readonly message: string
  /** The form field concerned (dotted name), for completed forms. */
  readonly field?: string
  /** Why, or what to do, where one more sentence explains it. */
  readonly note?: string
}

/** Anything that tells a place: a node, its position, or one point. */
export type Place = { readonly position?: Position | undefined } | Position | Point | undefined

/** Gives the place of a value in a configuration or front matter by its path, for example `['answers', 'owner']`. */
export type Locate = (
  path: readonly (string | number)[],
) => { readonly line: number; readonly column: number; readonly offset: number } | undefined

/** Puts a message of a rule on an author's file and gives it back; its severity comes from the table of rules. */
export function report(
  file: VFile,
  rule: RuleId,
  reason: string,
  place?: Place,
  note?: string,
): VFileMessage {
  const message = file.message(reason, {
    place: pointOrPosition(place),
    ruleId: rule,
    source: 'policypack',
  })
  const { severity } = rules[rule]
  message.fatal = severity === 'error' ? true : severity === 'warning' ? false : undefined
  message.url = addressOf(rule)
  if (note) message.note = note
  return message
}

/** The messages of a file as plain data, in the order of their places and in bounds. */
export function messagesOf(file: VFile): Message[] {
  return bounded(file.messages.map((message) => toMessage(file.path ?? '', message)).sort(byPlace))
}

/** True when a build or an import of this must not go on as if nothing were wrong. */
export function hasErrors(messages: Iterable<Message>): boolean {
  for (const message of messages) if (message.severity === 'error') return true
  return false
}

/** Orders messages by file, line and column; messages without a place come first. */
export function byPlace(a: Message, b: Message): number {
  return (
    compare(a.file, b.file) || (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0)
  )
}

function toMessage(file: string, message: VFileMessage): Message {
  return {
    file,
    ...(message.line !== undefined && { line: message.line }),
    ...(message.column !== undefined && { column: message.column }),
    severity: message.fatal ? 'error' : message.fatal === false ? 'warning' : 'info',
    rule: message.ruleId as RuleId,
    message: message.reason,
    ...(message.note !== undefined && { note: message.note }),
  }
}

function pointOrPosition(place: Place): Point | Position | undefined {
  if (!place) return undefined
  return 'position' in place ? place.position : (place as Point | Position)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
