import type { SheetCell, SheetRow } from '../../files/sheet.ts'
import { foldWord } from '../../language/fold.ts'
import type { PersonColumn, ProgrammeSettings } from '../../model/programme.ts'

/** How systems of HR departments call what a list of people says, in English, German and French, folded. */
const usualNames: Readonly<Record<PersonColumn, string>> = {
  id: `
    id, no, number, staff no, staff number, staff id, staff code, badge, personalnummer,
    personalnr, personal nr, mitarbeiternummer, mitarbeiter id, matricule, employee id, employee
    no, employee number, employee code, emp id, emp no, personnel number, personnel no, payroll
    number, payroll no, payroll id, worker id, person id, person number, user id`,
  name: `
    name, full name, employee, employee name, staff name, display name, person, mitarbeiter,
    mitarbeiterin, vollstandiger name, nom complet, preferred name, worker`,
  firstName: `
    first name, given name, forename, forenames, given names, first names, vorname, vornamen,
    rufname, prenom, prenoms`,
  lastName: 'last name, surname, family name, nachname, familienname, nom, nom de famille',
  email: `
    email, mail, email address, work email, work email address, business email, mailadresse,
    emailadresse, email adresse, courriel, adresse email`,
  hours: `
    hours, weekly hours, hours per week, hours a week, contracted hours, hrs, wochenstunden,
    stunden, arbeitszeit, wochenarbeitszeit, stunden pro woche, heures, heures hebdomadaires,
    heures par semaine, contract hours, working hours, standard hours, weekly working hours`,
  start: `
    start, start date, hire date, date hired, joined, joining date, date joined, eintritt,
    eintrittsdatum, einstellungsdatum, date d entree, date d embauche, date of joining,
    employment start, employment start date, date of hire, since`,
  probationUntil: `
    probation until, probation end, probation end date, end of probation, probezeit bis,
    probezeitende, ende der probezeit, fin de periode d essai, probation ends, probation to,
    probationary period end`,
  team: `
    team, department, unit, section, division, workshop, team name, abteilung, bereich,
    organisationseinheit, service, departement, equipe`,
  manager: `
    manager, line manager, supervisor, reports to, manager id, manager email, vorgesetzter,
    vorgesetzte, fuhrungskraft, teamleitung, responsable, superieur, manager name, manager
    number, line manager id, line manager name, boss`,
  level: `
    level, grade, band, pay grade, job level, job grade, entgeltgruppe, gehaltsgruppe,
    tarifgruppe, stufe, niveau, echelon`,
  roles: 'roles, programme role, programme roles, role in the programme',
  awayFrom: `
    away from, leave from, absent from, leave start, absence start, abwesend von, abwesend ab,
    elternzeit von, absent du`,
  awayTo: `
    away to, away until, leave to, leave until, absent until, leave end, abwesend bis,
    elternzeit bis, absent jusqu au`,
  notWith: 'not with, exclusions, not to be paired with, never with, conflicts',
  leaves: `
    leaves, leaving date, end date, termination date, last day, leave date, austritt,
    austrittsdatum, vertragsende, date de sortie, date de depart, date of leaving, employment
    end, employment end date, leaver date`,
  mentees: 'mentees, mentor capacity, capacity, mentees at once, places for mentees',
}

const byName = new Map(
  Object.entries(usualNames).flatMap(([column, names]) =>
    listed(names).map((name) => [name, column as PersonColumn] as const),
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

/** So many rows may stand above the headings: a title, the day of the export, groups of columns. */
const MOST_ABOVE = 10

/** The row of the headings: of the first ones that which has the most that are known, among them somebody's name; the first where none has. */
export function headingIn(
  rows: readonly SheetRow[],
  own?: ProgrammeSettings['columns'],
): SheetRow | undefined {
  const counted = rows.slice(0, MOST_ABOVE).map((row) => {
    const kinds = columnsIn(row.cells, own)
    const hasName = kinds.includes('name') || kinds.includes('lastName')
    return { row, known: hasName ? new Set(kinds.filter(Boolean)).size : 0 }
  })
  const most = Math.max(0, ...counted.map(({ known }) => known))
  return counted.find(({ known }) => known === most)?.row
}

export function headingOf(column: PersonColumn): string {
  return listed(usualNames[column])[0] ?? column
}

function listed(names: string): string[] {
  return names.trim().split(/,\s+/)
}

function folded(heading: string): string {
  return foldWord(heading)
    .replace(/e-mail/g, 'email')
    .replace(/[’']s\b/g, '')
    .replace(/\((?:h|hrs|hours|std\.?|dd\/mm\/yyyy)\)$/, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
