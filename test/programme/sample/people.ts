/** Somebody of the sample programme, as the export of an HR system has them. All are invented. */
export interface SamplePerson {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly hours: number
  readonly start: string
  readonly probationUntil?: string
  readonly team: string
  readonly manager: string
  readonly level: number
  readonly roles: readonly string[]
  readonly awayFrom?: string
  readonly awayTo?: string
  readonly leaves?: string
}

const FIRST = [
  ...['Ada', 'Ben', 'Carys', 'Dmitri', 'Esi', 'Farid', 'Greta', 'Hiro', 'Ines', 'Jonah'],
  ...['Kwame', 'Leila', 'Małgorzata', 'Nuno', 'Orla', 'Priya', 'Quentin', 'Rosa', 'Sven', 'Tamar'],
]
const LAST = ['Achterberg', 'Okonkwo', 'Żurek']

/** Teams with how many people each has. The first of each is the manager of the others. */
const TEAMS: readonly (readonly [team: string, people: number])[] = [
  ['Workshop', 20],
  ['Design', 16],
  ['Sales', 14],
  ['Repairs', 6],
  ['Board office', 4],
]
/** Those who take part in peer support, by their place in the list. */
export const PEERS = [
  ...[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 16],
  ...[20, 21, 22, 23, 24, 25, 26, 27, 28],
  ...[36, 37, 38, 39, 40, 41, 42, 50, 51, 52, 53, 54],
]

/** What is particular to some of them. */
const particulars: Readonly<Record<number, Partial<SamplePerson>>> = {
  4: { awayFrom: '2027-08-02', awayTo: '2027-12-17' },
  9: { awayFrom: '2027-03-01', awayTo: '2027-04-30' },
  8: { leaves: '2027-04-30' },
  16: { start: '2027-05-03', probationUntil: '2028-01-31' },
  24: { awayFrom: '2027-11-22', awayTo: '2027-12-03' },
  38: { leaves: '2027-12-10' },
  35: { awayFrom: '2027-07-12', awayTo: '2027-07-30' },
  47: { leaves: '2027-06-30' },
}

/** The sixty people of the sample programme, the managers first in their teams. */
export const people: readonly SamplePerson[] = TEAMS.flatMap(([team, size]) =>
  Array.from({ length: size }, (_, place) => ({ team, place })),
).map(({ team, place }, index): SamplePerson => {
  const name = `${FIRST[index % FIRST.length]} ${LAST[Math.floor(index / FIRST.length)]}`
  const first = index - place
  return {
    id: `L${String(101 + index)}`,
    name,
    email: emailOf(name),
    hours: [37.5, 37.5, 30, 37.5, 20][index % 5]!,
    start: `${2012 + (index % 13)}-0${1 + (index % 9)}-01`,
    team,
    manager: place === 0 ? (index === 0 ? '' : 'L101') : `L${String(101 + first)}`,
    level: place === 0 ? 7 : 3 + (index % 4),
    roles: index % 7 === 2 ? ['mentor'] : index % 7 === 5 ? ['coach'] : [],
    ...particulars[index],
  }
})

/** The list as an HR system exports it. */
export function rosterCsv(): string {
  const heading = [
    ...['Employee ID', 'Name', 'Work e-mail', 'Hours per week', 'Start date', 'Probation end date'],
    ...['Department', 'Manager ID', 'Grade', 'Roles', 'Leave from', 'Leave to', 'Last day'],
  ]
  const rows = people.map((one) => [
    ...[one.id, one.name, one.email, one.hours, one.start, one.probationUntil ?? ''],
    ...[one.team, one.manager, one.level, one.roles.join('; ')],
    ...[one.awayFrom ?? '', one.awayTo ?? '', one.leaves ?? ''],
  ])
  return [heading, ...rows].map((row) => `${row.join(',')}\n`).join('')
}

function emailOf(name: string): string {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ł', 'l').toLowerCase()
  return `${plain.replace(' ', '.')}@larkspur-lantern.example.org`
}
