import { readSheet, type SheetCell } from '../../files/sheet.ts'
import { readEmail } from '../../language/email.ts'
import { readNumber } from '../../language/number.ts'
import { addDays } from '../../language/period.ts'
import { nameKey } from '../../language/person-name.ts'
import { plainDate } from '../../language/plain-date.ts'
import { byPlace, type Message } from '../../messages/message.ts'
import { type RuleId, rules } from '../../messages/rules.ts'
import { didYouMean } from '../../messages/suggest.ts'
import type { Person, PersonColumn, ProgrammeSettings } from '../../model/programme.ts'
import { columnsIn, headingIn, headingOf } from './columns.ts'

/** A list of people as it was read, with what is wrong in it. */
interface Roster {
  readonly people: readonly Person[]
  readonly messages: readonly Message[]
}

const MOST_HOURS = 168

type Cells = Readonly<Partial<Record<PersonColumn, SheetCell>>>

/** A row with what its columns say, and how to tell of a fault in it. */
interface Row {
  readonly cells: Cells
  fault(column: PersonColumn, rule: RuleId, reason: string): void
}

/**
 * Reads a list of people as a system of HR exports it. What cannot be read is told with its row and column and left out; the
 * rest holds. `locale` decides how dates and numbers are read.
 */
export async function readRoster(
  file: string,
  bytes: Uint8Array,
  { locale, columns }: { readonly locale: string; readonly columns?: ProgrammeSettings['columns'] },
): Promise<Roster> {
  const messages: Message[] = []
  const tell = (rule: RuleId, message: string, line?: number, column?: number): void => {
    messages.push({
      ...{ file, severity: rules[rule].severity, rule, message },
      ...(line !== undefined && { line }),
      ...(column !== undefined && { column }),
    })
  }
  const sheet = await readSheet(file, bytes)
  const heading = headingIn(sheet, columns)
  const body = heading ? sheet.slice(sheet.indexOf(heading) + 1) : []
  const kinds = columnsIn(heading?.cells ?? [], columns)
  const places = new Map<PersonColumn, number>()
  for (const [index, kind] of kinds.entries()) {
    const first = kind && places.get(kind)
    if (!kind) continue
    if (first === undefined) places.set(kind, index)
    else
      tell(
        'roster-column',
        `Columns ${letter(first)} and ${letter(index)} both say \`${headingOf(kind)}\`; the first counts. Say in \`columns\` of the configuration which is meant`,
        ...[heading!.number, index + 1],
      )
  }
  if (!places.has('name') && !places.has('lastName')) {
    const known = (heading?.cells ?? []).map((cell) => `\`${cell ?? ''}\``).join(', ')
    tell(
      'roster-column',
      `There is no column with names, such as \`name\`, only ${known || 'an empty file'}; say by \`columns\` in the configuration what they are`,
      heading?.number ?? 1,
    )
    return { people: [], messages }
  }
  const rows = body.map(
    ({ number, cells }): Row => ({
      cells: Object.fromEntries([...places].map(([kind, index]) => [kind, cells[index] ?? null])),
      fault: (column, rule, reason) => {
        const index = places.get(column) ?? 0
        tell(rule, `${reason} (row ${number}, column ${letter(index)})`, number, index + 1)
      },
    }),
  )
  const people = peopleIn(
    rows.filter((row) => !isFoot(row)),
    locale,
  )
  return { people, messages: messages.sort(byPlace) }
}

/** What programs write below a table, such as the sum of the rows, in the column of names alone. */
function isFoot({ cells }: Row): boolean {
  const said = Object.entries(cells).filter(([, cell]) => cell !== null)
  const [column, cell] = said[0] ?? []
  return (
    said.length === 1 &&
    (column === 'name' || column === 'lastName') &&
    /\d|:|^total\b/i.test(String(cell))
  )
}

function peopleIn(rows: readonly Row[], locale: string): Person[] {
  const drafts: { person: Person; row: Row }[] = []
  const ids = new Map<string, string>()
  const emails = new Map<string, string>()
  for (const row of rows) {
    const read = personIn(row, locale)
    if (!read) continue
    const person = withOwnEmail(read, row, emails)
    const key = person.id.toLowerCase()
    const other = ids.get(key)
    if (other !== undefined) {
      row.fault(
        row.cells.id === null || row.cells.id === undefined ? 'name' : 'id',
        'roster-twice',
        `${person.name} is known by \`${person.id}\`, as ${other} is already; the first counts`,
      )
      continue
    }
    ids.set(key, person.name)
    drafts.push({ person, row })
  }
  const people = drafts.map(({ person }) => person)
  const find = finderIn(people)
  return drafts.map(({ person, row }) => ({ ...person, ...relationsOf(person, row, people, find) }))
}

/** Somebody on a form is known by the address, so that it can be of one person only. */
function withOwnEmail(person: Person, { fault }: Row, emails: Map<string, string>): Person {
  const { email, ...rest } = person
  if (email === undefined) return person
  const other = emails.get(email.toLowerCase())
  if (other === undefined || other === person.id) {
    emails.set(email.toLowerCase(), person.id)
    return person
  }
  fault(
    'email',
    'roster-twice',
    `\`${email}\` is the address of \`${other}\` as well; the first counts`,
  )
  return rest
}

function personIn({ cells, fault }: Row, locale: string): Person | undefined {
  const name = givenFirst(
    text(cells.name) ?? [text(cells.firstName), text(cells.lastName)].filter(Boolean).join(' '),
  )
  if (name === '') {
    fault('name', 'roster-value', 'There is no name, so that the row was left out')
    return undefined
  }
  const day = (column: PersonColumn): string | undefined => {
    const said = text(cells[column])
    if (said === undefined) return undefined
    if (NO_DAY.test(said)) return undefined
    const date = serialDay(said) ?? plainDate(said, locale)
    if (date === undefined)
      fault(column, 'roster-value', `\`${said}\` is no date, and was left out`)
    return date
  }
  const number = (column: PersonColumn, most: number): number | undefined => {
    const said = text(cells[column])
    if (said === undefined) return undefined
    const read = readNumber(said, { locale, label: 'hours', unit: 'hours' })?.number
    if (read !== undefined && read >= 0 && read <= most) return read
    fault(column, 'roster-value', `\`${said}\` is no number from 0 to ${most}, and was left out`)
    return undefined
  }
  const email = text(cells.email)
  const address = email === undefined ? undefined : readEmail(email)?.address
  if (email !== undefined && address === undefined)
    fault('email', 'roster-value', `\`${email}\` is no e-mail address, and was left out`)
  return present({
    id: text(cells.id) ?? address ?? name,
    name,
    email: address,
    hours: number('hours', MOST_HOURS),
    start: day('start'),
    probationUntil: day('probationUntil'),
    team: text(cells.team),
    level: text(cells.level),
    roles: listIn(cells.roles).map((role) => role.toLowerCase()),
    awayFrom: day('awayFrom'),
    awayTo: day('awayTo'),
    notWith: [],
    leaves: day('leaves'),
    mentees: number('mentees', 100),
  })
}

/** How systems of HR write that there is no day, or none yet. */
const NO_DAY = /^(?:[0\W]+|.*\b9999\b.*)$/
/** Days since the end of 1899, as spreadsheets count them, of this century and the last. */
const SERIAL = /^[1-7]\d{4}$/

function serialDay(said: string): string | undefined {
  return SERIAL.test(said) ? addDays('1899-12-30', Number(said)) : undefined
}

/** `Lovelace, Ada` as one says it; a title or a degree after the comma stays there. */
function givenFirst(name: string): string {
  const [last = '', first = '', ...more] = name.split(/\s*,\s*/)
  const isTitle = /^(?:jr|sr|i{1,3}|iv|ph\.?d|m\.?d|mba|ba|ma|bsc|msc|dr)\.?$/i.test(first)
  return first === '' || more.length > 0 || isTitle ? name : `${first} ${last}`
}

/** Whom a row names, by their ids. */
function relationsOf(
  person: Person,
  { cells, fault }: Row,
  people: readonly Person[],
  known: ReturnType<typeof finderIn>,
): Pick<Person, 'manager' | 'notWith'> {
  const find = (column: PersonColumn, said: string): readonly Person[] => {
    const found = known(said)
    if (found.length === 1) return found
    const hint = didYouMean(
      said,
      people.map(({ name }) => name),
    )
    fault(
      column,
      'roster-value',
      found.length === 0
        ? `\`${said}\` is nobody in the list${hint}`
        : `\`${said}\` is the name of ${found.length} people in the list; give the number or the e-mail address`,
    )
    return []
  }
  const said = text(cells.manager)
  const [manager] = said === undefined ? [] : find('manager', said)
  return {
    ...(manager && manager.id !== person.id && { manager: manager.id }),
    notWith: namesIn(cells.notWith, known).flatMap((one) =>
      find('notWith', one).map(({ id }) => id),
    ),
  }
}

/** Finds those whom a number, an e-mail address or a name means. */
function finderIn(people: readonly Person[]): (said: string) => readonly Person[] {
  const byMark = new Map<string, Person[]>()
  for (const person of people)
    for (const mark of [person.id, person.email])
      if (mark !== undefined) byMark.set(mark.toLowerCase(), [person])
  const byName = Map.groupBy(people, ({ name }) => nameKey(name))
  return (said) => byMark.get(said.toLowerCase()) ?? byName.get(nameKey(said)) ?? []
}

function text(cell: SheetCell | undefined): string | undefined {
  return cell === null || cell === undefined ? undefined : String(cell)
}

/** Several names, of which one may be written `Lovelace, Ada`. */
function namesIn(cell: SheetCell | undefined, known: ReturnType<typeof finderIn>): string[] {
  const said = text(cell)
  return said !== undefined && known(said).length > 0 ? [said] : listIn(cell)
}

function listIn(cell: SheetCell | undefined): string[] {
  const said = text(cell) ?? ''
  return said
    .split(/[;|]/.test(said) ? /[;|]/ : ',')
    .map((one) => one.trim())
    .filter(Boolean)
}

type Optional<Value> = { [Key in keyof Value]: Value[Key] | undefined }

function present(person: Optional<Person>): Person {
  return Object.fromEntries(
    Object.entries(person).filter(([, value]) => value !== undefined),
  ) as unknown as Person
}

/** The letter that spreadsheets give a column, from 0. */
function letter(index: number): string {
  const last = String.fromCharCode(65 + (index % 26))
  return index < 26 ? last : letter(Math.floor(index / 26) - 1) + last
}
