export { decisionKey, type Match, matcherOf, onePerson, peopleCalled, personOf } from './match.ts'
export { readRoster } from './roster.ts'
