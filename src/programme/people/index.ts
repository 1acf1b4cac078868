export { decisionKey, type Match, matcherOf, peopleCalled, peopleLike } from './match.ts'
export { readRoster } from './roster.ts'
