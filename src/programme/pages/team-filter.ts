import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import { peopleOf, type Situation } from '../situation/index.ts'

/** Whom something on the page is about. */
type People = readonly { readonly key: string; readonly name: string }[]

export function teamsIn({ people, organisation }: Situation): string[] {
  const teams = new Set(people.flatMap(({ team }) => team ?? []))
  return [...teams].sort((a, b) => a.localeCompare(b, organisation.locale))
}

/** The teams of people by their numbers, as the filter knows them. */
export function numbersOf(people: People, situation: Situation, teams: readonly string[]): string {
  const theirs = peopleOf(situation, {
    people: people.map(({ key, name }) => ({ key, name, part: '' })),
  })
  const numbers = theirs.flatMap(({ team }) => (team === undefined ? [] : teams.indexOf(team)))
  return [...new Set(numbers)].join(' ')
}

/** A choice of team that needs no script: what is not of the team is hidden by a rule. */
export function teamFilter(teams: readonly string[]): ElementContent {
  if (teams.length < 2) return { type: 'text', value: '' }
  const option = (id: string, label: string, checked: boolean): ElementContent =>
    h('label', [h('input', { type: 'radio', name: 'team', id, checked }), ' ', label])
  return h('fieldset', [
    h('legend', 'Show'),
    option('team-all', 'all teams', true),
    ...teams.map((team, index) => option(`team-${index}`, team, false)),
  ])
}

export function filterRule(index: number): string {
  return `body:has(#team-${index}:checked) [data-team]:not([data-team~="${index}"]) { display: none; }`
}

/** Marks each row with the teams of its people, by which the filter knows it. */
export function markTeams(
  table: Element,
  rows: readonly { readonly people: People }[],
  { situation, teams }: { readonly situation: Situation; readonly teams: readonly string[] },
): void {
  const [, , body] = table.children
  if (body?.type !== 'element') return
  for (const [index, row] of body.children.entries())
    if (row.type === 'element')
      row.properties['data-team'] = numbersOf(rows[index]!.people, situation, teams)
}
