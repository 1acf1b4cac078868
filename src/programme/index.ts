export { asOnForms } from './as-on-forms.ts'
export { decidePerson } from './decide-person.ts'
export { type Forgetting, forgettingOf, type KnownAs, knownAs } from './forget.ts'
export type { Ledger, Participant, Partnership, ProgrammeRecord } from './ledger/index.ts'
export {
  lackOfPeople,
  type OpenProgrammeOptions,
  openProgramme,
  type Programme,
  refuseWithoutPeople,
} from './open-programme.ts'
export {
  type Overview,
  type OverviewOptions,
  type OverviewSheet,
  programmeOverview,
} from './overview.ts'
export { acceptPairs, type PairOptions, proposePairs } from './pair.ts'
export { pairRows } from './pair-rows.ts'
export type { Proposal, ProposedPair } from './pairing/index.ts'
export type { Match } from './people/index.ts'
export { type RetentionOverview, retentionOverview } from './retention-overview.ts'
export { saveProgramme } from './save-programme.ts'
