import { extname } from 'node:path'
import { type Command, Option } from 'commander'
import {
  type AnonymousRecord,
  exportRecords,
  type FormRecord,
  isAnonymous,
  type KeptRecord,
  linkRecords,
  type Message,
  OperatorError,
  type RecordFormat,
  readRecords,
  readUntrusted,
  relationsBetween,
  saveExport,
  usualFolders,
} from '../index.ts'
import { printable, showMessages } from '../terminal/show-messages.ts'
import { count, writeLine } from '../terminal/write.ts'
import type { Exit } from './exit.ts'
import { configOption } from './options.ts'

const HELP = `
Example:
  policypack records
  policypack records --form mentoring-contract --csv > contracts.csv
  policypack records --output records.xlsx
  policypack records link 2f6c41aa 90b1d7e3

Texts that a spreadsheet could take for a formula are made harmless. Files are written for your eyes only.
Exit code: 0 done, 1 a file has the name of a record and is none, 2 wrong usage or a file that cannot be written.
`

type Options = { readonly [Format in RecordFormat]?: true } & {
  readonly config: string
  readonly to?: string
  readonly form?: string
  readonly output?: string
}

const LINK_HELP = `
Example:
  policypack records link 2f6c41aa 90b1d7e3

Import asks where it cannot tell whether a record replaces an earlier one. Find out, and say so by this. Both stay, and the
later one counts. A record is named by its id, the beginning of it, or the file that it was read from. --config and --to are those
of \`policypack records\`.
`

/** `policypack records`: what was imported, as a list or for other programs. */
export function addRecords(program: Command, exit: Exit): void {
  const records = program
    .command('records')
    .description('list the records, or export them for other programs')
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
    .addHelpText('after', HELP)
    .action(async (options: Options) => {
      const format = formatOf(options)
      const { records, damaged } = await read(options)
      showMessages(damaged.map(asMessage))
      if (format) await deliver(exportRecords(records, format), options.output)
      else await list(records, options)
      if (format && options.output)
        writeLine(`${count(records.length, 'record')} in ${options.output}`)
      exit(damaged.length > 0 ? 1 : 0)
    })
  addLink(records, exit)
}

function addLink(records: Command, exit: Exit): void {
  records
    .command('link')
    .description('say that a record counts in place of an earlier one')
    .argument('<later>', 'the record that counts')
    .argument('<earlier>', 'the one that it replaces')
    .addHelpText('after', LINK_HELP)
    .action(async (laterName: string, earlierName: string, _: unknown, command: Command) => {
      const { config, to } = command.optsWithGlobals<Options>()
      const folder = to ?? usualFolders(config).records
      const { later, earlier } = await linkRecords(folder, laterName, earlierName)
      writeLine(`Record ${later.id} counts in place of ${earlier.id}`)
      exit(0)
    })
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

async function read({ config, to, form }: Options) {
  const folder = to ?? usualFolders(config).records
  const damaged: string[] = []
  const found = readRecords(folder, {
    ...(form !== undefined && { form }),
    onDamaged: (path) => damaged.push(path),
  })
  const records: KeptRecord[] = []
  for await (const record of found) records.push(record)
  if (form !== undefined && records.length + damaged.length === 0) await refuseUnknown(form, folder)
  return { records, damaged }
}

/** A form that nothing was imported of is mostly misspelt; where there are no records at all, there is nothing to tell. */
async function refuseUnknown(form: string, folder: string): Promise<void> {
  const forms = new Set<string>()
  for await (const record of readRecords(folder)) forms.add(record.form.id)
  if (forms.size === 0) return
  const present = [...forms].map((id) => `\`${id}\``).join(', ')
  throw new OperatorError(`There are no records of a form \`${form}\`, only of ${present}`)
}

async function deliver(bytes: Uint8Array, output: string | undefined): Promise<void> {
  if (output === undefined) process.stdout.write(bytes)
  else await saveExport(output, bytes)
}

async function list(records: readonly KeptRecord[], { config, to, form }: Options): Promise<void> {
  const relations = relationsBetween(records)
  const named = records.filter((record): record is FormRecord => !isAnonymous(record))
  const rows = named.map((record) => {
    const { supersededBy, unconfirmed } = relations.get(record.id) ?? {}
    if (supersededBy !== undefined) return rowOf(record, 'superseded')
    return rowOf(record, unconfirmed ? 'unconfirmed' : record.status)
  })
  rows.push(...monthsOf(records.filter(isAnonymous)))
  const folder = to ?? usualFolders(config).records
  for await (const record of readUntrusted(folder, form === undefined ? {} : { form }))
    rows.push(rowOf(record, 'untrusted'))
  if (rows.length > 0) writeTable([['Imported', 'Form', 'Status', 'Record', 'File'], ...rows])
  writeLine(count(records.length, 'record'))
}

/** One row for the anonymous forms of a month. */
function monthsOf(records: readonly AnonymousRecord[]): string[][] {
  const months = Map.groupBy(records, ({ form, month }) => `${month} ${form.id}`)
  return [...months.values()].map((alike) => {
    const { month, form } = alike[0]!
    return [month, form.id, `${alike.length} anonymous`, '', '']
  })
}

function rowOf({ id, form, source }: FormRecord, status: string): string[] {
  return [source.importedAt.slice(0, 10), form.id, status, id, printable(source.file)]
}

function writeTable(rows: readonly (readonly string[])[]): void {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)))
  for (const row of rows)
    writeLine(
      row
        .map((cell, column) => cell.padEnd(widths[column]!))
        .join('  ')
        .trimEnd(),
    )
}

function asMessage(file: string): Message {
  return {
    file,
    severity: 'warning',
    rule: 'record-damaged',
    message: 'This file has the name of a record and is none; restore it from a backup',
  }
}
