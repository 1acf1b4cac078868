import type { Named, Situation } from '../situation/index.ts'

export interface Duty {
  /** The same on each day until it is done, so that calendars and mails know it again. */
  readonly key: string
  /** Whom it is about, and who is asked where it is asked of participants. */
  readonly people: readonly Named[]
  /** By when, ISO 8601. */
  readonly due: string
  /** What is known of it, in a few words. */
  readonly note: string
  /** Id of the record that it comes from. */
  readonly record?: string
}

/** What is asked of somebody, and how to find what is due. */
export interface Asked {
  /** What to do, as a heading. */
  readonly title: string
  readonly find: (situation: Situation) => Duty[]
  /** The mail that asks for it; before the day, or after it. */
  readonly prompt?: (duty: Duty, situation: Situation) => Prompt
}

/** A kind of duty and who does it: a person of the people team, or the people themselves, who are asked by a prompt. */
export interface DutyKind extends Asked {
  readonly who: 'hr' | 'participants'
}

interface Prompt {
  readonly subject: string
  /** Paragraphs between the greeting and the close. */
  readonly text: readonly string[]
}

/** A duty with its kind, and when it is: today or before, in the week to come, or later. */
export interface DueDuty extends Duty {
  readonly kind: string
  readonly title: string
  readonly who: DutyKind['who']
  readonly when: 'now' | 'soon' | 'later'
}
