export { textAt } from '../../contracts/nested-values.ts'
export { isOfPeers } from '../ledger/index.ts'
export { type Achievements, achievementsOf } from './achievements.ts'
export { guidelinesOf } from './guidelines.ts'
export { needsSince } from './needs.ts'
export {
  anonymousOf,
  cameOn,
  type Entry,
  isGoing,
  isHere,
  type Named,
  numberAt,
  partIn,
  peopleOf,
  personCalled,
  recordsByPerson,
  recordsOf,
  rowsAt,
  type Situation,
  textsAt,
  workingDaysAfter,
} from './situation.ts'
export { type GivenAnswers, termsOf, usualAnswers } from './terms.ts'
