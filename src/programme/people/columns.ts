import type { SheetCell } from '../../files/sheet.ts'
import { foldWord } from '../../language/fold.ts'
import type { PersonColumn, ProgrammeSettings } from '../../model/programme.ts'

/** How systems of HR departments call what a list of people says, folded. */
const usualNames: Readonly<Record<PersonColumn, readonly string[]>> = {
  id: [
    ...['id', 'no', 'number', 'staff no', 'staff number', 'staff id', 'staff code', 'badge'],
    ...['employee id', 'employee no', 'employee number', 'employee code', 'emp id', 'emp no'],
    ...['personnel number', 'personnel no', 'payroll number', 'payroll no', 'payroll id'],
    ...['worker id', 'person id', 'person number', 'user id'],
  ],
  name: [
    ...['name', 'full name', 'employee', 'employee name', 'staff name', 'display name', 'person'],
    ...['preferred name', 'worker'],
  ],
  firstName: ['first name', 'given name', 'forename', 'forenames', 'given names', 'first names'],
  lastName: ['last name', 'surname', 'family name'],
  email: ['email', 'mail', 'email address', 'work email', 'work email address', 'business email'],
  hours: [
    ...['hours', 'weekly hours', 'hours per week', 'hours a week', 'contracted hours', 'hrs'],
    ...['contract hours', 'working hours', 'standard hours', 'weekly working hours'],
  ],
  start: [
    ...['start', 'start date', 'hire date', 'date hired', 'joined', 'joining date', 'date joined'],
    ...['date of joining', 'employment start', 'employment start date', 'date of hire', 'since'],
  ],
  probationUntil: [
    ...['probation until', 'probation end', 'probation end date', 'end of probation'],
    ...['probation ends', 'probation to', 'probationary period end'],
  ],
  team: ['team', 'department', 'unit', 'section', 'division', 'workshop', 'team name'],
  manager: [
    ...['manager', 'line manager', 'supervisor', 'reports to', 'manager id', 'manager email'],
    ...['manager name', 'manager number', 'line manager id', 'line manager name', 'boss'],
  ],
  level: ['level', 'grade', 'band', 'pay grade', 'job level', 'job grade'],
  roles: ['roles', 'programme role', 'programme roles', 'role in the programme'],
  awayFrom: ['away from', 'leave from', 'absent from', 'leave start', 'absence start'],
  awayTo: ['away to', 'away until', 'leave to', 'leave until', 'absent until', 'leave end'],
  notWith: ['not with', 'exclusions', 'not to be paired with', 'never with', 'conflicts'],
  leaves: [
    ...['leaves', 'leaving date', 'end date', 'termination date', 'last day', 'leave date'],
    ...['date of leaving', 'employment end', 'employment end date', 'leaver date'],
  ],
  mentees: ['mentees', 'mentor capacity', 'capacity', 'mentees at once', 'places for mentees'],
}

const byName = new Map(
  Object.entries(usualNames).flatMap(([column, names]) =>
    names.map((name) => [name, column as PersonColumn] as const),
  ),
)

/** What each column of a table says, by its index; undefined for those that nobody needs. */
export function columnsIn(
  heading: readonly SheetCell[],
  own: ProgrammeSettings['columns'] = {},
): (PersonColumn | undefined)[] {
  const named = new Map(Object.entries(own).map(([name, column]) => [folded(name), column]))
  return heading.map((cell) => {
    const name = folded(String(cell ?? ''))
    return named.get(name) ?? byName.get(name)
  })
}

/** The usual heading of a column, for messages. */
export function headingOf(column: PersonColumn): string {
  return usualNames[column][0] ?? column
}

function folded(heading: string): string {
  return foldWord(heading)
    .replace(/e-mail/g, 'email')
    .replace(/[’']s\b/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
