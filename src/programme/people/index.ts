export { decisionKey, type Match, matcherOf, peopleLike } from './match.ts'
export { readRoster } from './roster.ts'
