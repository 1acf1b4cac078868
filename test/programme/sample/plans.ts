import { people } from './people.ts'

/** What the people team of the sample programme keeps in lists of its own, by their names. */
export function planLists(): Readonly<Record<string, string>> {
  const guideline = 'Peer support practice guidelines'
  return {
    objectives: csv([
      ['Objective', 'Unit', 'Baseline', 'Target', 'By', '2027-03-31', '2027-06-30', '2027-09-30'],
      ['Peers who give feedback more often', '%', 40, 80, '2027-12-31', 45, 60, 72],
      ['People who leave within their first year', 'people', 9, 5, '2027-12-31', 9, 8, 5],
      ['New team leaders with six sessions', '%', 0, 90, '2027-12-31', '', 30, 55],
    ]),
    improvements: csv([
      ['Change', 'Responsible', 'Due', 'Done', 'Effect'],
      ['Invite two weeks before', 'Ada Achterberg', '2027-07-15', '2027-07-10', 'More sessions'],
      ['Shorter meeting record', 'L145', '2027-08-31', '2027-08-25', ''],
      [
        'Quiet room on Thursdays',
        'ben.achterberg@larkspur-lantern.example.org',
        '2027-11-15',
        '',
        '',
      ],
    ]),
    // Two in three have read the second version.
    acknowledgements: csv([
      ['Employee ID', 'Guideline', 'Version', 'Date'],
      ...people.map(({ id }) => [id, guideline, '1.0.0', '2027-01-15']),
      ...people
        .filter((_, index) => index % 3 > 0)
        .map(({ id }) => [id, guideline, '1.1.0', '2027-10-04']),
    ]),
  }
}

function csv(rows: readonly (readonly (string | number)[])[]): string {
  return rows.map((row) => `${row.join(',')}\n`).join('')
}
