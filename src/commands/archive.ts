import type { Command } from 'commander'
import { usualFolders } from '../configuration/organisations.ts'
import { findRecord, keepArchive, saveArchive } from '../forms/keep/index.ts'
import { OperatorError } from '../messages/operator-error.ts'
import { openArchiver } from '../pack/archive.ts'
import { printable } from '../terminal/show-messages.ts'
import { count, writeLine } from '../terminal/write.ts'
import type { Exit } from './exit.ts'
import { configOption, recordsOption } from './options.ts'

const HELP = `
Example:
  policypack archive 2f6c41aa
  policypack archive 2f6c41aa 90b1d7e3 c05512fe
  policypack archive contract-ada.pdf --output contract-ada-2026.pdf

The answers become part of the pages, after a page that says what is known of the record; the record is inside as data. Without
--output it is kept as records/<form>/archive/<record>.pdf. Files are written for your eyes only.
Exit code: 0 done, 2 no such record or form, or a file that cannot be written; the other records are archived all the same.
`

interface Options {
  readonly config: string
  readonly to?: string
  readonly forms?: string
  readonly output?: string
}

/** `policypack archive`: the completed forms of records as PDFs to keep. */
export function addArchive(command: Command, exit: Exit): void {
  command
    .argument(
      '<record...>',
      'id of the record, its beginning, or the name of the file that it was read from',
    )
    .addOption(configOption({ mustExist: true }))
    .addOption(recordsOption())
    .option(
      '-f, --forms <folder>',
      'folder of form definitions of the pack that the form is from (default: out/forms, beside the configuration)',
    )
    .option('--output <file>', 'write to this file, which must not be there yet')
    .addHelpText('after', HELP)
    .action(async (names: readonly string[], { config, output, ...folders }: Options) => {
      if (output !== undefined && names.length > 1)
        throw new OperatorError(
          'With `--output` one record is archived at a time; name one, or leave `--output` out',
        )
      const usual = usualFolders(config)
      const records = folders.to ?? usual.records
      await using archiver = openArchiver()
      let failed = 0
      for (const name of names)
        try {
          const found = await findRecord(records, name)
          const pdf = await archiver.archive({ ...found, forms: folders.forms ?? usual.forms })
          const path =
            output === undefined
              ? await keepArchive(records, found.record, pdf)
              : await saveArchive(output, pdf)
          writeLine(`${found.record.form.title}, record ${found.record.id}, in ${printable(path)}`)
        } catch (error) {
          if (!(error instanceof OperatorError)) throw error
          console.error(error.message)
          failed++
        }
      if (names.length > 1)
        writeLine(`${names.length - failed} of ${count(names.length, 'record')}`)
      exit(failed > 0 ? 2 : 0)
    })
}
