/** Where a promise of the pack is kept. */
interface Place {
  /** The row of the table of promises. */
  readonly row: number
  readonly promise: string
  /** Anchors on `index.html`, `#now`, or of `management.html`, `management.html#teams`. */
  readonly places?: readonly string[]
  /** What keeps it where it is no page of the programme. */
  readonly elsewhere?: string
}

/** What the policies and guides of the pack promise, and where each promise is kept. */
export const promises: readonly Place[] = [
  { row: 1, promise: 'Pairs are new, of similar hours, and rotated', places: ['#rotation'] },
  {
    row: 2,
    promise: 'Meetings are booked beforehand',
    places: ['#pairs', 'management.html#meetings'],
  },
  {
    row: 3,
    promise: 'Somebody watches that peers meet',
    places: ['#pairs', 'management.html#meetings'],
  },
  { row: 4, promise: 'People are prompted to meet', places: ['#meeting'] },
  { row: 5, promise: 'Difficulties are escalated', places: ['#escalation', '#note'] },
  {
    row: 6,
    promise: 'What is private stays private',
    elsewhere:
      '`policypack import` refuses private forms, and the page for management has no names',
  },
  { row: 7, promise: 'Goals in each cycle', places: ['#goals'] },
  {
    row: 8,
    promise: 'Training needs are known',
    places: ['#needs', 'management.html#needs'],
  },
  {
    row: 9,
    promise: 'Plans are brought to the target',
    places: ['#capacity', 'management.html#capacity'],
  },
  {
    row: 10,
    promise: 'Training between colleagues is recorded',
    places: ['management.html#competencies'],
  },
  {
    row: 11,
    promise: 'Mentoring counts as a result, and as career development',
    places: ['#reviews'],
  },
  {
    row: 12,
    promise: 'A request becomes a match',
    places: ['#request', '#match', 'management.html#mentoring'],
  },
  {
    row: 13,
    promise: 'A contract becomes a partnership',
    places: ['#ending', '#leaving', '#pairs'],
  },
  { row: 14, promise: 'Reviews at set intervals', places: ['#review'] },
  {
    row: 15,
    promise: 'Evaluation halfway and at the end',
    places: ['#evaluation', '#disagreement'],
  },
  {
    row: 16,
    promise: 'A grievance is answered in time',
    places: ['#grievance', '#appeal', 'management.html#mentoring'],
  },
  { row: 17, promise: 'People are trained for their part', places: ['#training'] },
  { row: 18, promise: 'Consent before coaching', places: ['#consent'] },
  { row: 19, promise: 'Nomination, reference, decision', places: ['#nomination'] },
  {
    row: 20,
    promise: 'A baseline of competencies',
    places: ['#assessment', 'management.html#competencies'],
  },
  { row: 21, promise: 'A pilot, then the roll-out', places: ['management.html#pilot'] },
  { row: 22, promise: 'Surveys', places: ['#comments', 'management.html#survey'] },
  {
    row: 23,
    promise: 'Key performance indicators',
    places: ['management.html#indicators', 'management.html#teams'],
  },
  { row: 24, promise: 'Reports to management', places: ['management.html#indicators'] },
  { row: 25, promise: 'Equality monitoring', places: ['management.html#equality'] },
  {
    row: 26,
    promise: 'The procedure is evaluated each year',
    places: ['management.html#indicators'],
  },
  { row: 27, promise: 'Continuous improvement', places: ['#improvement', '#changes', '#comments'] },
  {
    row: 28,
    promise: 'Participants know the guidelines',
    places: ['#guidelines', '#acknowledged'],
  },
  { row: 29, promise: 'Duties are delegated', elsewhere: 'the procedure in the pack lists them' },
  {
    row: 30,
    promise: 'Documents are reviewed',
    elsewhere: 'the register and `reviews.ics` of the pack',
  },
  { row: 31, promise: 'Revisions, and versions that count', places: ['#doubt'] },
  {
    row: 32,
    promise: 'Records are deleted in time',
    elsewhere: '`policypack records due` lists them, and `records erase --due` erases them',
  },
  { row: 33, promise: 'Publicity, refreshments, budget', elsewhere: 'pages of the pack' },
]
