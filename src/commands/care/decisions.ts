import type { Command } from 'commander'
import {
  closeRecord,
  confirmRecord,
  holdRecord,
  linkRecords,
  releaseRecord,
  reopenRecord,
  unlinkRecord,
} from '../../forms/keep/index.ts'
import type { Decision, FormRecord } from '../../index.ts'
import { writeLine } from '../../terminal/write.ts'
import type { Exit } from '../exit.ts'
import { onOption } from '../options.ts'
import { chooseEntry, folderOf, optionsOf } from './chosen.ts'
import { handleOf } from './list.ts'

const LINK_HELP = `
Example:
  policypack records link 2f6c41aa 90b1d7e3

Import asks where it cannot tell whether a record replaces an earlier one. Find out, and say so by this. Both stay, and the
later one counts. A record is named by its id, the beginning of it, or the file that it was read from. --config and --to are those
of \`policypack records\`.
`

const REASON = ['--reason <words>', 'why, for whoever looks at it later'] as const

/** What a person can decide of one record: what is done, and how it is told. */
const decisions: readonly {
  readonly name: string
  readonly description: string
  /** It is noted with a day and a reason. */
  readonly hasReason?: true
  readonly decide: (dir: string, id: string, decision: Decision) => Promise<FormRecord>
  readonly told: (record: FormRecord) => string
}[] = [
  {
    name: 'close',
    description: 'say that the matter of a record needs nothing more, whatever is missing',
    hasReason: true,
    decide: closeRecord,
    told: ({ id }) => `Record ${handleOf(id)} is closed`,
  },
  {
    name: 'reopen',
    description: 'take back that a record is closed',
    decide: reopenRecord,
    told: ({ id }) => `Record ${handleOf(id)} is open again`,
  },
  {
    name: 'hold',
    description: 'keep a record from being deleted, since it matters in a dispute',
    hasReason: true,
    decide: holdRecord,
    told: ({ id }) => `Record ${handleOf(id)} is held until \`policypack records release\``,
  },
  {
    name: 'release',
    description: 'end the hold on a record',
    decide: releaseRecord,
    told: ({ id }) => `Record ${handleOf(id)} is held no more`,
  },
  {
    name: 'unlink',
    description: 'say that a record is no version of another, so that both count',
    decide: unlinkRecord,
    told: ({ id }) => `Record ${handleOf(id)} counts by itself`,
  },
]

/** `policypack records link`, `unlink`, `confirm`, `close`, `reopen`, `hold` and `release`. */
export function addDecisions(records: Command, exit: Exit): void {
  addLink(records, exit)
  addConfirm(records, exit)
  for (const { name, description, hasReason, decide, told } of decisions) {
    const command = records
      .command(name)
      .description(description)
      .argument('<record>', 'the record')
      .addOption(onOption())
      .action(async (record: string, _: unknown, self: Command) => {
        const options = optionsOf<Decision>(self)
        const { entry } = await chooseEntry(options, record)
        writeLine(told(await decide(folderOf(options), entry.record.id, options)))
        exit(0)
      })
    if (hasReason) command.requiredOption(...REASON)
  }
}

function addLink(records: Command, exit: Exit): void {
  records
    .command('link')
    .description('say that a record counts in place of an earlier one')
    .argument('<later>', 'the record that counts')
    .argument('<earlier>', 'the one that it replaces')
    .addHelpText('after', LINK_HELP)
    .action(async (laterName: string, earlierName: string, _: unknown, command: Command) => {
      const { later, earlier } = await linkRecords(
        folderOf(optionsOf(command)),
        laterName,
        earlierName,
      )
      writeLine(`Record ${later.id} counts in place of ${earlier.id}`)
      exit(0)
    })
}

function addConfirm(records: Command, exit: Exit): void {
  records
    .command('confirm')
    .description('decide a record that is in doubt or untrusted: it counts')
    .argument('<record>', 'the record')
    .requiredOption(...REASON)
    .addOption(onOption())
    .action(async (name: string, _: unknown, command: Command) => {
      const options = optionsOf<Decision>(command)
      const { entry } = await chooseEntry(options, name)
      const { record, inPlaceOf } = await confirmRecord(folderOf(options), entry.record.id, options)
      writeLine(
        inPlaceOf === undefined
          ? `Record ${handleOf(record.id)} counts among the others`
          : `Record ${handleOf(record.id)} counts in place of ${handleOf(inPlaceOf)}`,
      )
      exit(0)
    })
}
