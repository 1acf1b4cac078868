import type { Command } from 'commander'
import { formsToKey } from '../../forms/keep/index.ts'
import { openRecords } from '../../forms/open-records.ts'
import type { Programme, RecordBook, RecordEntry } from '../../index.ts'
import { openProgramme, retentionOverview } from '../../programme/index.ts'
import { count, writeLine } from '../../terminal/write.ts'
import type { Exit } from '../exit.ts'
import { onOption } from '../options.ts'
import { optionsOf } from './chosen.ts'
import { rowOf, writeTable } from './list.ts'
import { waitingTold } from './waiting.ts'

const HELP = `
Example:
  policypack records due
  policypack records due --on 2027-06-30   what will be due by then
  policypack records due --all             the day for each record, and what is not known yet

How long a form is kept stands in its front matter, and in each record. \`policypack records erase --due\` erases what is due.
Exit code: 0 nothing is due, 1 something is
`

interface Options {
  readonly on: string
  readonly all?: true
}

/** `policypack records due`: what is to be deleted. */
export function addDue(records: Command, exit: Exit): void {
  records
    .command('due')
    .description('list the records whose time is over')
    .option('--all', 'with those whose time is not over, or not known')
    .addOption(onOption())
    .addHelpText('after', HELP)
    .action(async (_: unknown, command: Command) => {
      const { on, all, config, ...place } = optionsOf<Options>(command)
      const book = await openRecords({ config, ...place })
      const programme = await openProgramme({ config, entries: book.entries })
      const overview = retentionOverview(programme, book)
      const isDue = ({ due }: { readonly due?: string }): boolean => due !== undefined && due <= on
      const shown = overview.records.filter((one) => all || isDue(one))
      writeTable([
        ...shown.map((one) => {
          const [who = '', day = ''] = rowOf(one.entry)
          const held = one.isHeld ? 'held' : ''
          return [one.due ?? '', held, one.entry.record.form.title, who.trim(), day, one.why]
        }),
        ...overview.months
          .filter((one) => all || isDue(one))
          .map(({ due = '', title, month, count: n, why }) => [
            ...[due, '', title, `${n} anonymous`, month, why],
          ]),
      ])
      const due = overview.records.filter((one) => isDue(one) && !one.isHeld).length
      const months = overview.months.filter(isDue).length
      const waiting = await formsToKey(book.dir, place.form)
      if (all)
        writeTable(
          waiting.map(({ form, since = '', files = [] }) => [
            ...['', '', form.title, files.join(', '), since],
            'waits to be keyed; until then nobody knows how long it is kept',
          ]),
        )
      for (const line of waitingTold(waiting)) writeLine(line)
      writeLine(
        `${count(due, 'record')} due${months > 0 ? ` and the anonymous forms of ${count(months, 'month')}` : ''}`,
      )
      exit(due + months > 0 ? 1 : 0)
    })
}

/** What is due on a day; what is held comes along, so that it can be told. */
export function dueIn(book: RecordBook, programme: Programme<RecordEntry>, on: string) {
  const { records, months } = retentionOverview(programme, book)
  const isDue = ({ due }: { readonly due?: string }): boolean => due !== undefined && due <= on
  const mentions: RecordEntry[] = []
  return {
    entries: records.filter(isDue).map(({ entry }) => entry),
    mentions,
    months: months.filter(isDue),
  }
}
