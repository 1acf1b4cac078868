import type { Command } from 'commander'
import { renewKeyingPage } from '../../forms/import.ts'
import { eraseRecords, findEntries, formsToKey, recordsAbout } from '../../forms/keep/index.ts'
import { openRecords } from '../../forms/open-records.ts'
import type { Forgetting, FormToKey, KnownAs, Programme, RecordBook } from '../../index.ts'
import { OperatorError } from '../../messages/operator-error.ts'
import { asOnForms, forgettingOf, knownAs, openProgramme } from '../../programme/index.ts'
import { printable } from '../../terminal/show-messages.ts'
import { count, writeLine } from '../../terminal/write.ts'
import type { Exit } from '../exit.ts'
import { onOption } from '../options.ts'
import { optionsOf } from './chosen.ts'
import { dueIn } from './due.ts'
import { rowOf, writeTable } from './list.ts'
import { waitingTold } from './waiting.ts'

const HELP = `
Example:
  policypack records erase "Ada Lovelace"         shows what would be erased, and erases nothing
  policypack records erase "Ada Lovelace" --yes   erases it
  policypack records erase 2f6c41aa --yes         erases one record
  policypack records erase 4f0c6a1b9d2e7783 --yes erases a form on paper that is not keyed yet, by its number in to-key.html
  policypack records erase --due --yes            erases all whose time is over, see \`policypack records due\`

Of a person, all records that are about them are erased: each with the files that it was read from, its archived copy, its lines
in the register, the index and the reports of imports, and the exports that hold it; and in the programme their letters, prefilled forms
and name in accepted pairs. Pages and prompts of the programme go in any case; make them anew by \`policypack programme\`. Records that
only name them, such as one that they signed as a manager or a text with their full name, are listed and stay. What you have copied
elsewhere, such as the folder of completed forms, you have to delete yourself.
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
      const waiting = await formsToKey(book.dir, place.form)
      const task = typed === undefined ? undefined : taskNamed(waiting, typed)
      if (task) {
        if (yes) {
          await eraseRecords(book.dir, { records: [], tasks: [task], on, why: 'request' })
          await renewKeyingPage(book.dir)
        }
        const what = `The form on paper ${task.id}, ${task.title}, which was not keyed yet,`
        writeLine(
          yes
            ? `${what} is erased; delete the file that it came from as well`
            : `${what} would be erased; add --yes to erase it`,
        )
        exit(0)
        return
      }
      const programme = await openProgramme({ config: place.config, entries: book.entries })
      const { entries, mentions, months, who } =
        typed === undefined
          ? { ...dueIn(book, programme, on), who: NOBODY }
          : personIn(book, programme, typed)
      // Of a person, some forms only are not all that is known of them.
      const forgetting = await forgettingOf(programme, place.form === undefined ? who : NOBODY)
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
      const shared =
        typed === undefined
          ? 0
          : chosen.filter(({ people }) => people.filter(({ isParty }) => isParty).length > 1).length
      if (!yes && shared > 0)
        writeLine(
          `${shared} of them ${shared === 1 ? 'is' : 'are'} about others as well, who lose them with it`,
        )
      if (held.length > 0)
        writeLine(
          `${count(held.length, 'record')} held because of a dispute; \`policypack records release\` ends that`,
        )
      if (forgetting.isInList)
        writeLine(
          `${programme.roster} has them still; take them out in the system that the list comes from`,
        )
      const also = alsoIn(forgetting)
      if (!yes) {
        writeLine(`${what}${also} would be erased; add --yes to erase them`)
      } else {
        // First: the records tell of whom it is, should this be cut short.
        await forgetting.run()
        const records = chosen.map(({ record }) => record)
        const why = due ? 'retention' : 'request'
        tellErased(`${what}${also}`, await eraseRecords(book.dir, { records, months, on, why }))
      }
      if (typed !== undefined) for (const line of waitingTold(waiting)) writeLine(line)
      exit(held.length > 0 ? 1 : 0)
    })
}

/** A form on paper that is not keyed yet, by its number or the beginning of it. */
function taskNamed(waiting: readonly FormToKey[], typed: string) {
  if (!/^[0-9a-f]{6,16}$/.test(typed)) return undefined
  const [one, ...others] = waiting.flatMap(({ task, form }) =>
    task?.startsWith(typed) ? [{ id: task, form: form.id, title: form.title }] : [],
  )
  return others.length > 0 ? undefined : one
}

const NOBODY: KnownAs = { ids: new Set(), texts: [] }

/** What there is of somebody, who may be in the programme only. */
function personIn(book: RecordBook, programme: Programme, typed: string) {
  const inProgramme = knownAs(programme, typed)
  const onForms = asOnForms(programme, typed)
  if (inProgramme.ids.size > 0 && findEntries(book, onForms).length === 0)
    return { entries: [], mentions: [], months: [], who: inProgramme }
  const about = recordsAbout(book, onForms)
  return { ...about, months: [], who: knownAs(programme, typed, about.known) }
}

/** What goes beside the records, for a sentence. */
function alsoIn({ files, pairs }: Forgetting): string {
  const parts = [
    ...(files.length > 0 ? [`${count(files.length, 'file')} of the programme`] : []),
    ...(pairs > 0 ? [`their name in ${count(pairs, 'accepted pair')}`] : []),
  ]
  return parts.map((part) => `, ${part}`).join('')
}

/** What was erased, and what is left for a person to do. */
function tellErased(
  what: string,
  { exports, left }: { readonly exports: readonly string[]; readonly left: readonly string[] },
): void {
  for (const path of exports) writeLine(`${printable(path)} held some of them and was deleted`)
  for (const path of left)
    writeLine(
      `${printable(path)} holds some of them and was changed since it was written, or cannot be seen from here; look at it and delete it yourself`,
    )
  writeLine(`${what} erased; delete the files in your folder of completed forms as well`)
}
