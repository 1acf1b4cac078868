import type { Command } from 'commander'
import { usualFolders } from '../../configuration/organisations.ts'
import { exportSubject } from '../../forms/export-subject.ts'
import { findRecord, formsToKey, saveExport } from '../../forms/keep/index.ts'
import { openRecords } from '../../forms/open-records.ts'
import { OperatorError } from '../../messages/operator-error.ts'
import { openArchiver } from '../../pack/archive.ts'
import { asOnForms, openProgramme } from '../../programme/index.ts'
import { count, writeLine } from '../../terminal/write.ts'
import type { Exit } from '../exit.ts'
import { onOption } from '../options.ts'
import { optionsOf } from './chosen.ts'
import { rowOf, writeTable } from './list.ts'
import { waitingTold } from './waiting.ts'

const HELP = `
Example:
  policypack records export "Ada Lovelace"                    shows what would go into it
  policypack records export "Ada Lovelace" --output ada.zip   writes it

For somebody who asks what you hold of them: a page to read, each form as a PDF, the data as JSON, and the files as they came.
What somebody else wrote about them in confidence, and records that only name them, are listed and are not in it: decide
yourself what of those they may have.
`

interface Options {
  readonly on: string
  readonly output?: string
  readonly pdf: boolean
}

/** `policypack records export`: what is held of a person, for that person. */
export function addExportSubject(records: Command, exit: Exit): void {
  records
    .command('export')
    .description('bring together what records say of a person, to give to them')
    .argument('<person>', 'a name, an e-mail address or a number of staff')
    .option('--output <file>', 'write it to this ZIP file')
    .option('--no-pdf', 'without PDFs, which need a browser')
    .addOption(onOption())
    .addHelpText('after', HELP)
    .action(async (typed: string, _: unknown, command: Command) => {
      const { on, output, pdf, ...place } = optionsOf<Options>(command)
      const { config } = place
      const book = await openRecords(place)
      const programme = await openProgramme({ config, entries: book.entries })
      const person = asOnForms(programme, typed)
      await using archiver = openArchiver()
      const subject = exportSubject({
        ...{ book, person, config, on },
        ...(pdf && {
          archive: async (id: string) =>
            archiver
              .archive({ ...(await findRecord(book.dir, id)), forms: usualFolders(config).forms })
              .catch(withoutPdf),
        }),
      })
      const { entries, withheld, mentions } = subject
      writeTable([
        ...entries.map((entry) => ['in it', entry.record.form.title, ...rowOf(entry)]),
        ...withheld.map((entry) => ['look at it', entry.record.form.title, ...rowOf(entry)]),
        ...mentions.map((entry) => ['names them', entry.record.form.title, ...rowOf(entry)]),
      ])
      for (const line of waitingTold(await formsToKey(book.dir, place.form))) writeLine(line)
      if (output === undefined) {
        writeLine(`${count(entries.length, 'record')} would be in it; add --output FILE.zip`)
      } else {
        const ids = entries.map(({ record }) => record.id)
        await saveExport(output, await subject.bundle(), { dir: book.dir, records: ids })
        writeLine(`${count(entries.length, 'record')} in ${output}`)
      }
      exit(0)
    })
}

/** The record goes without its PDF where the blank form is gone, since its page, data and file are there. */
function withoutPdf(error: unknown): undefined {
  if (!(error instanceof OperatorError)) throw error
  console.error(error.message)
}
