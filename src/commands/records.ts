import { extname } from 'node:path'
import { type Command, Option } from 'commander'
import {
  damagedTold,
  type ExportBookOptions,
  exportBook,
  formsToKey,
  isAnyFor,
  readRecords,
  saveExport,
} from '../forms/keep/index.ts'
import { openRecords } from '../forms/open-records.ts'
import { workbookOf } from '../forms/record/index.ts'
import type { RecordBook, RecordFormat } from '../index.ts'
import { OperatorError } from '../messages/operator-error.ts'
import { openProgramme, programmeOverview } from '../programme/index.ts'
import { showMessages } from '../terminal/show-messages.ts'
import { count, writeLine } from '../terminal/write.ts'
import { addByHand } from './care/by-hand.ts'
import { folderOf } from './care/chosen.ts'
import { addDecisions } from './care/decisions.ts'
import { addDue } from './care/due.ts'
import { addErase } from './care/erase.ts'
import { addExportSubject } from './care/export-subject.ts'
import { writeList } from './care/list.ts'
import { addLooks } from './care/looks.ts'
import { addMove } from './care/move.ts'
import { waitingTold } from './care/waiting.ts'
import type { Exit } from './exit.ts'
import { configOption, recordsOption, today } from './options.ts'

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
    .addOption(recordsOption())
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
      showMessages(damaged.map(damagedTold))
      if (format) await deliver(await exported(book, format, options), book.dir, options.output)
      else {
        writeList(book)
        for (const line of waitingTold(await formsToKey(book.dir, options.form))) writeLine(line)
      }
      exit(damaged.length > 0 ? 1 : 0)
    })
  addLooks(records, exit)
  addDecisions(records, exit)
  addByHand(records, exit)
  addDue(records, exit)
  addErase(records, exit)
  addExportSubject(records, exit)
  addMove(records, exit)
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

interface Exported {
  readonly bytes: Uint8Array
  /** What is in it, in words. */
  readonly told: string
  /** Whose they are; none where they are figures. */
  readonly records: RecordBook['records']
}

/** Records for whom they are; management, to whom no form of the pack goes, gets figures without names. */
async function exported(
  book: RecordBook,
  format: RecordFormat,
  { config, for: audience }: Options,
): Promise<Exported> {
  const { records } = book
  const told = count(records.length, 'record')
  if (audience === undefined) return { bytes: exportBook(book, { format }), told, records }
  const programme = await openProgramme({ config, entries: book.entries })
  const { peopleTeam } = programme.names
  const options = { format, for: audience, ...(peopleTeam !== undefined && { peopleTeam }) }
  if (audience !== 'management' || isAnyFor(book, options))
    return { bytes: exportBook(book, options), told: `What goes to ${audience}`, records }
  if (format !== 'xlsx')
    throw new OperatorError(
      'Management gets figures without names, since no form goes to it; name a workbook by `--output figures.xlsx`',
    )
  const overview = await programmeOverview({ config, programme, book, on: today() })
  return { bytes: workbookOf(overview.reportSheets), told: 'Figures without names', records: [] }
}

async function deliver(
  { bytes, told, records }: Exported,
  dir: string,
  output: string | undefined,
): Promise<void> {
  if (output === undefined) {
    process.stdout.write(bytes)
    return
  }
  const ids = records.flatMap((record) => ('id' in record ? record.id : []))
  await saveExport(output, bytes, ids.length > 0 ? { dir, records: ids } : undefined)
  writeLine(`${told} in ${output}`)
}
