export type { ProgrammeRecord } from './input.ts'
export {
  isActive,
  isOfPeers,
  type Ledger,
  ledgerOf,
  type Participant,
  type Partnership,
} from './ledger.ts'
export { ERASED, Rotation, Rotations } from './rotations.ts'
