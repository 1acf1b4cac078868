import { people } from './people.ts'
import { rotations, yearOfForms } from './year.ts'

const ENDS = ['2026-12-31', '2027-03-31', '2027-06-30', '2027-09-30']
const SEVEN = 7

/** The first four indicators at the end of each quarter, counted from the forms that people filled in and not from records. */
export function countedIndicators(): (string | null)[][] {
  return ENDS.map((end) => [shareTakingPart(end), ...surveyFigures(end), changeOfCoaches(end)])
}

function shareTakingPart(day: string): string {
  const staff = people.filter((one) => one.start <= day && !(one.leaves && one.leaves < day))
  const taking = new Set<string>()
  const together = (ids: string[]): void => {
    // Who leaves ends the partnership of both.
    for (const id of ids) if (!staff.some((one) => one.id === id)) return
    for (const id of ids) taking.add(id)
  }
  const round = rotations.findLast(({ from }) => from <= day)
  for (const pair of round?.pairs ?? []) together(pair.people)
  for (const { form, answers } of yearOfForms()) {
    const [group, helped, helper] =
      form === 'mentoring-contract'
        ? ['partnership', 'mentee', 'mentor']
        : form === 'coaching-consent'
          ? ['coaching', 'coachee', 'coach']
          : []
    if (group === undefined) continue
    const [start, planned] = [String(answers[`${group}.start`]), String(answers[`${group}.end`])]
    const names = [answers[`${helped}.name`], answers[`${helper}.name`]]
    const left = yearOfForms().find(
      (other) =>
        other.form === 'mentoring-withdrawal' &&
        other.answers['hr.partnershipOutcome'] === 'ended' &&
        other.answers['person.name'] === names[0],
    )
    const end = String(left?.answers['hr.answered'] ?? planned)
    if (start <= day && day <= end)
      together(names.map((name) => people.find((one) => one.name === name)!.id))
  }
  const about = 5 * Math.round(staff.filter(({ id }) => taking.has(id)).length / 5)
  return `${Math.round((100 * about) / staff.length)}%`
}

/** Surveys were imported in the month in which they came. */
function surveyFigures(end: string): (string | null)[] {
  let [all, held, planned, good] = [0, 0, 0, 0]
  for (const { form, on, answers } of yearOfForms()) {
    if (form !== 'participant-feedback' || on > end || on <= threeMonthsBefore(end)) continue
    all += 1
    held += Number(answers['sessions.count'])
    planned += Number(answers['sessions.planned'])
    if (Number(answers['ratings.recommend']) > 3) good += 1
  }
  if (all < 5) return [null, null]
  const sessions = `${Math.round((100 * held) / planned)}%`
  if (good < 5) return [sessions, `at most ${5 * Math.ceil(400 / all / 5)}%`]
  return [sessions, `${5 * Math.round((20 * good) / all)}%`]
}

function threeMonthsBefore(end: string): string {
  return ENDS[ENDS.indexOf(end) - 1] ?? ''
}

function changeOfCoaches(day: string): string | null {
  const levels = new Map<string, number[]>()
  for (const { form, on, answers } of yearOfForms())
    if (form === 'coaching-competency-assessment' && on <= day) {
      const sum = Object.entries(answers)
        .filter(([name]) => name.startsWith('ratings.'))
        .reduce((total, [, level]) => total + Number(level), 0)
      const coach = String(answers['coach.name'])
      levels.set(coach, [...(levels.get(coach) ?? []), sum / SEVEN])
    }
  const changes = [...levels.values()].flatMap(([first, second]) =>
    first === undefined || second === undefined ? [] : [second - first],
  )
  if (changes.length < 5) return null
  const mean = changes.reduce((a, b) => a + b) / changes.length
  return `+${Math.round(2 * mean) / 2}`
}
