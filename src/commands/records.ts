import { extname } from 'node:path'
import { type Command, Option } from 'commander'
import { usualFolders } from '../configuration/organisations.ts'
import { type ExportBookOptions, exportBook, readRecords, saveExport } from '../forms/keep/index.ts'
import { openRecords } from '../forms/open-records.ts'
import type { Message, RecordBook, RecordFormat } from '../index.ts'
import { OperatorError } from '../messages/operator-error.ts'
import { openProgramme } from '../programme/index.ts'
import { showMessages } from '../terminal/show-messages.ts'
import { count, writeLine } from '../terminal/write.ts'
import { addByHand } from './care/by-hand.ts'
import { addDecisions } from './care/decisions.ts'
import { addDue } from './care/due.ts'
import { addErase } from './care/erase.ts'
import { addExportSubject } from './care/export-subject.ts'
import { writeList } from './care/list.ts'
import { addLooks } from './care/looks.ts'
import type { Exit } from './exit.ts'
import { configOption } from './options.ts'

const HELP = `
Example:
  policypack records
  policypack records find lovelace
  policypack records show 2f6c41aa
  policypack records --output records.xlsx

A record is named by the eight letters and digits in its line, by its whole id, or by the file that it was read from.

Texts that a spreadsheet could take for a formula are made harmless. Files are written for your eyes only.
Exit code: 0 done, 1 a file has the name of a record and is none, 2 wrong usage or a file that cannot be written.
`

type Options = { readonly [Format in RecordFormat]?: true } & {
  readonly config: string
  readonly to?: string
  readonly form?: string
  readonly output?: string
  readonly for?: NonNullable<ExportBookOptions['for']>
}

/** `policypack records`: what was imported, as a list or for other programs. */
export function addRecords(command: Command, exit: Exit): void {
  const records = command
    .addOption(configOption({ mustExist: true }))
    .option(
      '-t, --to <folder>',
      'where the records are kept (default: records, beside the configuration; of fernhill.json, records/fernhill)',
    )
    .option('--form <id>', 'the records of this form only')
    .addOption(new Option('--csv', 'as CSV, a row for each record').conflicts(['json', 'xlsx']))
    .addOption(new Option('--json', 'as a JSON array of the records').conflicts('xlsx'))
    .option('--xlsx', 'as an Excel workbook, a sheet for each form; needs --output')
    .option('--output <file>', 'write to this file; its ending tells the format')
    .addOption(
      new Option('--for <whom>', 'only what this part of the organisation may see').choices([
        'people-team',
        'management',
        'development-team',
      ]),
    )
    .addHelpText('after', HELP)
    .action(async (options: Options) => {
      const format = formatOf(options)
      const book = await openRecords(options)
      const { records, damaged } = book
      if (options.form !== undefined && records.length + book.entries.length + damaged.length === 0)
        await refuseUnknown(options.form, folderOf(options))
      showMessages(damaged.map(asMessage))
      if (format)
        await deliver(exportBook(book, await bookOptions(format, options)), book, options.output)
      else writeList(book)
      if (format && options.output)
        writeLine(`${count(records.length, 'record')} in ${options.output}`)
      exit(damaged.length > 0 ? 1 : 0)
    })
  addLooks(records, exit)
  addDecisions(records, exit)
  addByHand(records, exit)
  addDue(records, exit)
  addErase(records, exit)
  addExportSubject(records, exit)
}

/** How the records are wanted; undefined for a list to read. */
function formatOf({ csv, json, xlsx, output }: Options): RecordFormat | undefined {
  if (xlsx && output === undefined)
    throw new OperatorError('An Excel workbook needs a file; name one with `--output`')
  if (csv) return 'csv'
  if (json) return 'json'
  if (xlsx) return 'xlsx'
  return output === undefined ? undefined : formatByEnding(output)
}

function formatByEnding(output: string): RecordFormat {
  const formats = { '.csv': 'csv', '.json': 'json', '.xlsx': 'xlsx' } as const
  const ending = extname(output).toLowerCase()
  if (ending === '.csv' || ending === '.json' || ending === '.xlsx') return formats[ending]
  throw new OperatorError(
    `The name \`${output}\` does not tell the format; end it in .csv, .json or .xlsx, or say \`--csv\`, \`--json\` or \`--xlsx\``,
  )
}

/** A form that nothing was imported of is mostly misspelt; where there are no records at all, there is nothing to tell. */
async function refuseUnknown(form: string, folder: string): Promise<void> {
  const forms = new Set<string>()
  for await (const record of readRecords(folder)) forms.add(record.form.id)
  if (forms.size === 0) return
  const present = [...forms].map((id) => `\`${id}\``).join(', ')
  throw new OperatorError(`There are no records of a form \`${form}\`, only of ${present}`)
}

/** How the organisation calls its people team, the configuration says. */
async function bookOptions(
  format: RecordFormat,
  { config, for: audience }: Options,
): Promise<ExportBookOptions> {
  if (audience === undefined) return { format }
  const { peopleTeam } = (await openProgramme({ config, entries: [] })).names
  return { format, for: audience, ...(peopleTeam !== undefined && { peopleTeam }) }
}

async function deliver(
  bytes: Uint8Array,
  { dir, records }: RecordBook,
  output: string | undefined,
): Promise<void> {
  const ids = records.flatMap((record) => ('id' in record ? record.id : []))
  if (output === undefined) process.stdout.write(bytes)
  else await saveExport(output, bytes, { dir, records: ids })
}

function folderOf({ config, to }: Pick<Options, 'config' | 'to'>): string {
  return to ?? usualFolders(config).records
}

function asMessage(file: string): Message {
  return {
    file,
    severity: 'warning',
    rule: 'record-damaged',
    message: 'This file has the name of a record and is none; restore it from a backup',
  }
}
