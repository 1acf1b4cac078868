import type { Command } from 'commander'
import { answersIn } from '../../contracts/answered.ts'
import { findEntries } from '../../forms/keep/index.ts'
import { openRecords } from '../../forms/open-records.ts'
import type { RecordEntry } from '../../index.ts'
import { asOnForms, openProgramme } from '../../programme/index.ts'
import { count, writeLine } from '../../terminal/write.ts'
import type { Exit } from '../exit.ts'
import { chooseEntry, optionsOf } from './chosen.ts'
import { rowOf, writeRecord, writeTable } from './list.ts'

const FIND_HELP = `
Example:
  policypack records find "Lovelace, Ada"
  policypack records find ada@example.org

A name is found in any order and spelling; a misspelt one only where no other fits.
`

/** `policypack records find` and `show`. */
export function addLooks(records: Command, exit: Exit): void {
  records
    .command('find')
    .description('find the records that name a person')
    .argument('<name>', 'a name or a part of it, an e-mail address, a number of staff, or a file')
    .addHelpText('after', FIND_HELP)
    .action(async (name: string, _: unknown, command: Command) => {
      const place = optionsOf(command)
      const book = await openRecords(place)
      const programme = await openProgramme({ config: place.config, entries: book.entries })
      const found = findEntries(book, asOnForms(programme, name))
      writeTable(
        found.map(({ entry, likeness }) => {
          const [who = '', ...rest] = rowOf(entry)
          const doubt = likeness === 'near' ? ['perhaps meant'] : []
          return [who.trim(), entry.record.form.title, ...rest, ...doubt]
        }),
      )
      writeLine(count(found.length, 'record'))
      exit(found.length > 0 ? 0 : 1)
    })
  records
    .command('show')
    .description('show all answers of a record, and what is to be known of it')
    .argument('<record>', 'the record')
    .action(async (name: string, _: unknown, command: Command) => {
      const { entry } = await chooseEntry(optionsOf(command), name)
      writeRecord(entry, answersOf(entry))
      exit(0)
    })
}

/** The answers that were given, in the words of the form; by their names where it is not known. */
function answersOf({ form, record }: RecordEntry): [string, string][] {
  if (!form) return [['Answers', JSON.stringify(record.values, null, 2)]]
  return answersIn(form, record.values).flatMap(({ label, value }): [string, string][] =>
    value === null || value === false ? [] : [[label, value === true ? 'Yes' : String(value)]],
  )
}
