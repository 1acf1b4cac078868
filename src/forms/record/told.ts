import type { Message } from '../../messages/message.ts'
import { type RuleId, rules } from '../../messages/rules.ts'
import type { FormRecord } from '../../model/record.ts'
import type { Basis, Doubt, Relation } from './relations.ts'

/** What became of a record in its folder: it is new there, another file with its content is, or nothing is. */
export interface Kept {
  readonly record: FormRecord
  readonly outcome: 'new' | 'better copy' | 'copy' | 'known'
  readonly relation: Relation
  /** An incomplete record without a case that this one may be the corrected version of. */
  readonly corrects?: string | undefined
}

type Told = readonly [rule: RuleId, message: string]

/** What is to be said of how a record stands to those that are there. */
export function relationMessages(kept: Kept, file: string): Message[] {
  return [...outcomeOf(kept), ...(kept.outcome === 'new' ? relationOf(kept) : [])].map(
    ([rule, message]) => ({ file, severity: rules[rule].severity, rule, message }),
  )
}

function outcomeOf({ outcome, record: { id, status } }: Kept): Told[] {
  const isIncomplete = status === 'incomplete'
  switch (outcome) {
    case 'new':
      return []
    case 'better copy':
      return [
        [
          'record-improved',
          `This is a better file of record ${id}, ${isIncomplete ? 'which is still incomplete' : 'which is complete with it'}; what was wrong with the earlier file stays in the record`,
        ],
      ]
    default: {
      const what = outcome === 'copy' ? 'the file was kept beside it' : 'nothing was changed'
      const where = `record ${id}${isIncomplete ? ', which is incomplete' : ''}`
      return [['record-duplicate', `The same content is kept already, in ${where}; ${what}`]]
    }
  }
}

function relationOf({ relation, corrects }: Kept): Told[] {
  const { supersedes, supersededBy, by, unconfirmed } = relation
  const told: Told[] = []
  if (unconfirmed) told.push(['record-unconfirmed', doubts[unconfirmed.why](unconfirmed.against)])
  if (supersedes !== undefined && by)
    told.push([
      'record-superseding',
      `This is a later version of record ${supersedes}, ${bases[by]}, which stays as it was`,
    ])
  if (supersedes !== undefined && by === 'arrived')
    told.push([
      'record-order',
      `The files do not say whether this one is newer than the one of record ${supersedes}; compare the two`,
    ])
  if (supersededBy !== undefined)
    told.push([
      'record-superseded',
      `This is an earlier version of record ${supersededBy}, by what the files say of their dates; that one stays the current one`,
    ])
  if (corrects !== undefined)
    told.push([
      'record-corrected',
      `This may be the corrected version of record ${corrects}, which is incomplete and cannot be told apart from others; if it is, say so with \`policypack records link\`, and that one needs nothing more`,
    ])
  return told
}

const bases: Record<Basis, string> = {
  signed: 'by the dates of signing',
  modified: 'by the dates on which the files were changed',
  arrived: 'by the order in which they were imported',
}

const doubts: Record<Doubt, (id: string) => string> = {
  identity: (id) =>
    `Record ${id} is of the same case by its names and dates, and other answers say that it is somebody else; find out whether this replaces it, and if so say it with \`policypack records link\`; until then both count`,
  completeness: (id) =>
    `This would be a later version of record ${id}, which is complete, and is not complete itself; find out whether it replaces it, and if so say it with \`policypack records link\`; until then that one stays the current one`,
  signatures: (id) =>
    `This would be a later version of record ${id} and has fewer signatures than it; find out whether it replaces it, and if so say it with \`policypack records link\`; until then that one stays the current one`,
}
