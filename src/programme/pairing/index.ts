export { proposeMentors } from './mentors.ts'
export { type Proposal, type ProposedPair, proposePeers } from './peers.ts'
