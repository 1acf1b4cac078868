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
  recordsOf,
  rowsAt,
  type Situation,
  textAt,
  textsAt,
  workingDaysAfter,
} from './situation.ts'
export { type GivenAnswers, termsOf, usualAnswers } from './terms.ts'
