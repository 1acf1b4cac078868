import type { Command } from 'commander'
import { eraseRecords, recordsAbout } from '../../forms/keep/index.ts'
import { openRecords } from '../../forms/open-records.ts'
import { OperatorError } from '../../messages/operator-error.ts'
import { printable } from '../../terminal/show-messages.ts'
import { count, writeLine } from '../../terminal/write.ts'
import type { Exit } from '../exit.ts'
import { onOption } from '../options.ts'
import { optionsOf } from './chosen.ts'
import { dueIn } from './due.ts'
import { rowOf, writeTable } from './list.ts'

const HELP = `
Example:
  policypack records erase "Ada Lovelace"         shows what would be erased, and erases nothing
  policypack records erase "Ada Lovelace" --yes   erases it
  policypack records erase 2f6c41aa --yes         erases one record
  policypack records erase --due --yes            erases all whose time is over, see \`policypack records due\`

Of a person, all records that are about them are erased: each with the files that it was read from, its archived copy, its lines
in the register, the index and the reports of imports, and the exports that hold it. Records that only name them, such as one that
they signed as a manager, are listed and stay. What you have copied elsewhere, such as the folder of completed forms, you have to
delete yourself.
Exit code: 0 done, 1 something is held back, 2 nobody or several people of that name, or a file that cannot be written.
`

interface Options {
  readonly on: string
  readonly yes?: true
  readonly due?: true
}

/** `policypack records erase`: what is to be forgotten. */
export function addErase(records: Command, exit: Exit): void {
  records
    .command('erase')
    .description('erase the records of a person, or one record, for good; shows them first')
    .argument('[person or record]', 'a name, an e-mail address, a number of staff, or a record')
    .option('--due', 'all records whose time is over')
    .option('--yes', 'erase what was shown')
    .addOption(onOption())
    .addHelpText('after', HELP)
    .action(async (typed: string | undefined, _: unknown, command: Command) => {
      const { on, yes, due, ...place } = optionsOf<Options>(command)
      if ((typed === undefined) === (due === undefined))
        throw new OperatorError('Say whom or which record to erase, or `--due` for all that is due')
      const book = await openRecords(place)
      const { entries, mentions, months } =
        typed === undefined
          ? await dueIn(book, place.config, on)
          : { ...recordsAbout(book, typed), months: [] }
      const held = entries.filter(({ record }) => record.held)
      const chosen = entries.filter(({ record }) => !record.held)
      const what = `${count(chosen.length, 'record')}${months.length > 0 ? ` and the anonymous forms of ${count(months.length, 'month')}` : ''}`
      if (!yes) {
        writeTable(chosen.map((entry) => ['erase', entry.record.form.title, ...rowOf(entry)]))
        writeTable(
          months.map(({ title, month, count: n }) => ['erase', title, month, `${n} anonymous`]),
        )
      }
      writeTable(held.map((entry) => ['held', entry.record.form.title, ...rowOf(entry)]))
      writeTable(mentions.map((entry) => ['stays', entry.record.form.title, ...rowOf(entry)]))
      if (held.length > 0)
        writeLine(
          `${count(held.length, 'record')} held because of a dispute; \`policypack records release\` ends that`,
        )
      if (!yes) {
        writeLine(`${what} would be erased; add --yes to erase them`)
      } else {
        const records = chosen.map(({ record }) => record)
        const why = due ? 'retention' : 'request'
        tellErased(what, await eraseRecords(book.dir, { records, months, on, why }))
      }
      exit(held.length > 0 ? 1 : 0)
    })
}

/** What was erased, and what is left for a person to do. */
function tellErased(
  what: string,
  { exports, left }: { readonly exports: readonly string[]; readonly left: readonly string[] },
): void {
  for (const path of exports) writeLine(`${printable(path)} held some of them and was deleted`)
  for (const path of left)
    writeLine(
      `${printable(path)} holds some of them and was changed since it was written; look at it and delete it yourself`,
    )
  writeLine(`${what} erased; delete the files in your folder of completed forms as well`)
}
