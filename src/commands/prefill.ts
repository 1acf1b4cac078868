import { type Command, Option } from 'commander'
import { type PrefillOptions, prefillForms } from '../forms/prefill.ts'
import { OperatorError } from '../messages/operator-error.ts'
import { pairRows } from '../programme/index.ts'
import { printable, showMessages } from '../terminal/show-messages.ts'
import { count, writeJson, writeLine } from '../terminal/write.ts'
import type { Exit } from './exit.ts'
import { configOption, onOption } from './options.ts'
import { peopleOption, programmeOf } from './programme-of.ts'

const HELP = `
Example:
  policypack prefill mentoring-request --data mentees.csv
  policypack prefill training-record --data people.xlsx --to to-hand-out
  policypack prefill peer-meeting-record --pairs --on 2026-12-01

The first row of the table names the questions: by the names of the fields, such as mentee.name, as in links to the page of the form, or
by their words. Each further row gives a PDF, which can be filled in as before, and a link to the page; links.csv lists both.
--pairs makes one for each pair that holds on the day, with the names of both, see \`policypack people pairs\`.
Exit code: 0 done, 1 a column was left out or nothing was made of a row, 2 no such form or table
`

type Options = Omit<PrefillOptions, 'form' | 'data'> & {
  readonly data?: string
  readonly pairs?: true
  readonly on: string
  readonly people?: string
  readonly json?: true
}

/** `policypack prefill`: copies of a form with answers that are known already. */
export function addPrefill(command: Command, exit: Exit): void {
  command
    .argument('<form>', 'id of the form')
    .option('-d, --data <file>', 'the table, CSV or Excel')
    .addOption(new Option('--pairs', 'one for each pair of the ledger').conflicts('data'))
    .addOption(configOption({ mustExist: true }))
    .addOption(onOption())
    .addOption(peopleOption())
    .option('-t, --to <folder>', 'where to write (default: programme/prefilled/<form>)')
    .option('-f, --forms <folder>', 'the folder `forms` of the pack (default: out/forms)')
    .option('--json', 'one JSON object for each copy')
    .addHelpText('after', HELP)
    .action(async (form: string, { json, pairs, on, people, data, ...options }: Options) => {
      const rows = pairs
        ? pairRows((await programmeOf({ ...options, people })).programme, on)
        : data
      if (rows === undefined)
        throw new OperatorError('Say whom it is for: `--pairs`, or a table by `--data`')
      const { made, messages, to, links } = await prefillForms({ ...options, form, data: rows })
      showMessages(messages)
      if (json) for (const one of made) writeJson(one)
      else {
        for (const { file, link } of made) writeLine(`${printable(file)}  ${printable(link)}`)
        writeLine(
          links === undefined
            ? 'Nothing was made'
            : `${count(made.length, 'form')} in ${printable(to)}, with the links in ${printable(links)}`,
        )
      }
      exit(messages.length > 0 ? 1 : 0)
    })
}
