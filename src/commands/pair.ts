import { type Command, Option } from 'commander'
import { OperatorError } from '../messages/operator-error.ts'
import { acceptPairs, type PairOptions, proposePairs } from '../programme/index.ts'
import { printable, showMessages } from '../terminal/show-messages.ts'
import { count, writeLine } from '../terminal/write.ts'
import { writeTable } from './care/list.ts'
import type { Exit } from './exit.ts'
import { configOption, onOption } from './options.ts'
import { peopleOption, programmeOf } from './programme-of.ts'

const HELP = `
Example:
  policypack pair --on 2026-12-01
  policypack pair --on 2026-12-01 --fix "Ada=Ben" --forbid "1042=1077" --accept
  policypack pair --mentoring

Pairs are proposed for the day, the best over all people: never matched before first, then similar hours; nobody with their manager, or
with whom the list says they are not to be paired; one-way in probation. Where one is left, three form a circle, by turns. Each pair has its
reasons, and so has everybody who has none. Fix or forbid pairs and run it again; another --seed gives others that are as good.
--accept writes them into programme/pairs.json, and for each pair a mail to look at and send, and a calendar file.
Exit code: 0 done, 1 somebody has nobody, 2 there is no list of people, or somebody is not in it
`

interface Options {
  readonly config: string
  readonly people?: string
  readonly on: string
  readonly seed: number
  readonly fix?: readonly (readonly [string, string])[]
  readonly forbid?: readonly (readonly [string, string])[]
  readonly odd: 'three' | 'rest'
  readonly mentoring?: true
  readonly accept?: true
}

/** `policypack pair`: who is to be paired with whom. */
export function addPair(command: Command, exit: Exit): void {
  command
    .addOption(configOption({ mustExist: true }))
    .addOption(peopleOption())
    .addOption(onOption())
    .option('--seed <number>', 'decides between pairs that are equally good', wholeNumber, 1)
    .option('--fix <a=b>', 'these two are to be a pair; may be given again', twoPeople)
    .option('--forbid <a=b>', 'these two are not; may be given again', twoPeople)
    .addOption(
      new Option('--odd <how>', 'what is done when one is left')
        .choices(['three', 'rest'])
        .default('three'),
    )
    .option('--mentoring', 'mentors for who waits for one, instead of peers')
    .option('--accept', 'write them into the ledger, with letters and calendars')
    .addHelpText('after', HELP)
    .action(async ({ config, people, on, mentoring, accept, ...wishes }: Options) => {
      const { programme } = await programmeOf({ config, people })
      showMessages(programme.messages)
      const kind: PairOptions['kind'] = mentoring ? 'mentoring' : 'peer'
      const proposal = proposePairs(programme, { ...wishes, kind, from: on })
      writeTable(
        proposal.pairs.map(({ people: pair, oneWay, reasons }) => [
          printable(pair.map(({ name }) => name).join(oneWay ? ' ← ' : ' and ')),
          printable(reasons.join('; ')),
        ]),
      )
      for (const { person, reason } of proposal.without)
        writeLine(`${printable(person.name)} has nobody: ${reason}`)
      if (accept) {
        const place = await acceptPairs(programme, proposal)
        writeLine(
          `${count(proposal.pairs.length, 'pair')} accepted; letters and calendars in ${place}`,
        )
      } else
        writeLine(
          `${count(proposal.pairs.length, 'pair')} proposed from ${on}; add --accept to accept them`,
        )
      exit(proposal.without.length > 0 ? 1 : 0)
    })
}

function wholeNumber(text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text)
  throw new OperatorError(`\`--seed ${text}\` is no whole number`)
}

function twoPeople(
  text: string,
  others: readonly (readonly [string, string])[] = [],
): readonly (readonly [string, string])[] {
  const [a = '', b = '', ...more] = text.split('=').map((one) => one.trim())
  if (a === '' || b === '' || more.length > 0)
    throw new OperatorError(`\`${text}\` does not name two people; write them as \`Ada=Ben\``)
  return [...others, [a, b]]
}
