import { compare } from '../../language/compare.ts'
import { addDays } from '../../language/period.ts'
import type { Situation } from '../situation/index.ts'
import type { Asked, DueDuty, DutyKind } from './duty.ts'
import { hrDuties } from './hr.ts'
import { participantDuties } from './participants.ts'

export type { DueDuty, DutyKind } from './duty.ts'
export { askable, meetingsOf } from './participants.ts'

/** All kinds of duties, in the order in which pages show them. */
export const dutyKinds: Readonly<Record<string, DutyKind>> = {
  ...doneBy('hr', hrDuties),
  ...doneBy('participants', participantDuties),
}

function doneBy(who: DutyKind['who'], kinds: Readonly<Record<string, Asked>>) {
  return Object.fromEntries(Object.entries(kinds).map(([kind, asked]) => [kind, { ...asked, who }]))
}

/** What comes within so many days is shown and asked for beforehand. */
const DAYS_AHEAD = 7

/** All that is to be done, by its day; what is due now comes first within its kind. */
export function dutiesOn(situation: Situation): DueDuty[] {
  const ahead = addDays(situation.on, DAYS_AHEAD)
  return Object.entries(dutyKinds).flatMap(([kind, { title, who, find }]) =>
    find(situation)
      .map((duty): DueDuty => {
        const when = duty.due <= situation.on ? 'now' : duty.due <= ahead ? 'soon' : 'later'
        return { ...duty, kind, title, who, when }
      })
      .sort((a, b) => compare(a.due, b.due)),
  )
}

/** Shown from the day on which they come: a call for help, a grievance, a request. */
const watched = new Set(['escalation', 'note', 'grievance', 'appeal', 'request'])

/** The duties of a day as the morning page and its sums part them: what needs HR, who is due or late, and what comes soon. */
export function partedDuties(
  duties: readonly DueDuty[],
): Record<'hr' | 'participants' | 'soon', DueDuty[]> {
  const isNow = ({ when, kind }: DueDuty): boolean => when === 'now' || watched.has(kind)
  const now = duties.filter(isNow)
  return {
    hr: now.filter(({ who }) => who === 'hr'),
    participants: now.filter(({ who }) => who === 'participants'),
    soon: duties.filter((duty) => duty.when === 'soon' && !isNow(duty)),
  }
}
