import { isCancel, select } from '@clack/prompts'
import type { Command } from 'commander'
import type { Partnership, Programme } from '../index.ts'
import { decidePerson, refuseWithoutPeople } from '../programme/index.ts'
import { printable, showMessages } from '../terminal/show-messages.ts'
import { count, writeLine } from '../terminal/write.ts'
import { writeTable } from './care/list.ts'
import type { Exit } from './exit.ts'
import { configOption, onOption } from './options.ts'
import { peopleOption, programmeOf } from './programme-of.ts'

const HELP = `
Example:
  policypack people                              the list; in a terminal it asks who is meant by names on forms
  policypack people --people export.xlsx         another list
  policypack people is "Jon Smith" 1042          on forms, Jon Smith is the person with the number 1042
  policypack people is "Jon Smith"               … is nobody in the list
  policypack people pairs                        who is paired with whom, and since when

The list is people.csv or people.xlsx beside the configuration, as your HR system exports it. Its columns are known by their usual
headings; say others by \`"programme": {"columns": {"Who": "name"}}\` in the configuration.
Exit code: 0 all is well, 1 something in the list is wrong or has to be decided, 2 there is no list, or nobody in it
`

interface Options {
  readonly config: string
  readonly people?: string
  readonly on: string
}

/** `policypack people`: who there is, who is meant, and who is paired with whom. */
export function addPeople(command: Command, exit: Exit): void {
  const people = command
    .addOption(configOption({ mustExist: true }))
    .addOption(peopleOption())
    .addHelpText('after', HELP)
    .action(async (options: Options) => {
      const { programme } = await programmeOf(options)
      const { messages, people: all, ledger, roster } = programme
      showMessages(messages)
      refuseWithoutPeople(programme)
      writeTable([
        ['Number', 'Name', 'Hours', 'Team', 'Manager', 'In the programme as'],
        ...all.map(({ id, name, hours, team, manager, roles }) =>
          [id, name, String(hours ?? ''), team, manager, roles.join(', ')].map((cell) =>
            printable(cell ?? ''),
          ),
        ),
      ])
      writeLine(`${count(all.length, 'person', 'people')} in ${roster}`)
      const open =
        process.stdin.isTTY && process.stdout.isTTY ? await askWho(programme) : ledger.doubtful
      for (const one of open)
        writeLine(
          `Who is \`${typedIn(one)}\` on forms? It may be ${one.mayBe.map(asShown).join(' or ')}; say it by \`policypack people is "${typedIn(one)}" NUMBER\``,
        )
      exit(messages.length + open.length > 0 ? 1 : 0)
    })
  people
    .command('is')
    .description('say who in the list somebody on forms is')
    .argument('<name>', 'as it stands on forms')
    .argument('[person]', 'the number, e-mail address or name in the list; nobody when absent')
    .action(async (name: string, who: string | undefined, _: unknown, command: Command) => {
      const { programme } = await programmeOf(command.optsWithGlobals<Options>())
      const person = await decidePerson(programme, name, who)
      writeLine(
        person
          ? `On forms, ${printable(name)} is ${printable(person.name)} (${person.id})`
          : `On forms, ${printable(name)} is nobody in the list`,
      )
      exit(0)
    })
  people
    .command('pairs')
    .description('show who is paired with whom, and each pair before')
    .argument('[person]', 'only those of this person')
    .option('--all', 'with those that have ended')
    .addOption(onOption())
    .action(async (who: string | undefined, _: unknown, command: Command) => {
      const { on, all, ...options } = command.optsWithGlobals<Options & { all?: true }>()
      const { ledger } = (await programmeOf(options)).programme
      const wanted = who?.toLowerCase()
      const shown = ledger.partnerships.filter(
        (one) =>
          (all || wanted !== undefined || (one.end ?? '9') >= on) &&
          (wanted === undefined ||
            one.people.some(({ key, name }) =>
              [key, name].some((text) => text.toLowerCase().includes(wanted)),
            )),
      )
      writeTable(shown.map(rowOf))
      writeLine(count(shown.length, 'partnership'))
      exit(0)
    })
}

type Doubtful = Programme['ledger']['doubtful'][number]

/** Asks who is meant, each once, and gives those of whom nobody said it. */
async function askWho(programme: Programme): Promise<Doubtful[]> {
  const left: Doubtful[] = []
  for (const one of programme.ledger.doubtful) {
    const chosen = await select<string>({
      message: `Who is “${typedIn(one)}” on forms?`,
      options: [
        ...one.mayBe.map((person) => ({ value: person.id, label: asShown(person) })),
        { value: NOBODY, label: 'Nobody in the list' },
        { value: LATER, label: 'I have to find out' },
      ],
    })
    if (isCancel(chosen) || chosen === LATER) left.push(one)
    else await decidePerson(programme, typedIn(one), chosen === NOBODY ? undefined : chosen)
  }
  return left
}

/** No ids, which have no spaces in front. */
const NOBODY = ' nobody'
const LATER = ' later'

function typedIn({ named }: Doubtful): string {
  return printable(named.name ?? named.identity ?? named.email ?? '')
}

function asShown({ id, name }: Doubtful['mayBe'][number]): string {
  return printable(`${name} (${id})`)
}

/** What ended a partnership before its time. */
const ended = { withdrawal: 'withdrawal', rotation: 'rotation', leaving: 'one of them leaves' }

function rowOf({ kind, people, start, end, ...one }: Partnership): string[] {
  const names = people.map(({ name, part }) => (part === 'peer' ? name : `${name} (${part})`))
  const notes = [
    ...(one.endedBy ? [ended[one.endedBy]] : []),
    ...(one.pausedUntil ? [`paused until ${one.pausedUntil}`] : []),
    ...(one.wantsSubstitute ? ['wants another partner'] : []),
    ...(one.isInQuestion ? ['asked to leave; HR has not decided'] : []),
  ]
  return [start, end ?? 'open', kind, printable(names.join(' and ')), notes.join('; ')]
}
