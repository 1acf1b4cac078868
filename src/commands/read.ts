import type { Command } from 'commander'
import { fieldsAsCsv, readFields } from '../forms/read-fields.ts'
import type { DescribedField } from '../index.ts'
import { OperatorError } from '../messages/operator-error.ts'
import { printable } from '../terminal/show-messages.ts'
import { count, writeJson, writeLine } from '../terminal/write.ts'
import type { Exit } from './exit.ts'

const HELP = `
Example:
  policypack read leave-request.pdf
  policypack read completed/*.pdf --csv > answers.csv
  policypack read leave-request.pdf --json

Shows each field of any PDF, whoever made it: its label, its type and what is filled in. Nothing is written or kept. To import
completed copies as checked records, adopt the blank form first, by \`policypack adopt FILE\`.
Exit code: 0 all were read, 2 a file is no PDF, has no fields, or cannot be opened.
`

interface Options {
  readonly json?: true
  readonly csv?: true
  readonly password?: string
}

/** `policypack read`: the fields of any PDF. */
export function addRead(command: Command, exit: Exit): void {
  command
    .argument('<file...>', 'PDF files')
    .option('--json', 'one JSON object for each file, a line each')
    .option('--csv', 'a table of all fields')
    .option('--password <password>', 'opens files that have one')
    .addHelpText('after', HELP)
    .action(async (files: readonly string[], { json, csv, ...options }: Options) => {
      const read: Parameters<typeof fieldsAsCsv>[0][number][] = []
      let failed = 0
      for (const file of files)
        try {
          const form = await readFields(file, options)
          if (form.kind !== 'fields') {
            console.error(`${printable(file)}: ${withoutFields[form.kind]}`)
            failed++
          }
          if (json) writeJson({ file, ...form })
          else if (!csv) show(file, form)
          read.push({ file, ...form })
        } catch (error) {
          if (!(error instanceof OperatorError)) throw error
          console.error(error.message)
          failed++
        }
      if (csv) process.stdout.write(fieldsAsCsv(read))
      exit(failed > 0 ? 2 : 0)
    })
}

/** What can be done with a file that has no fields. */
const withoutFields = {
  xfa: 'a form that only Adobe’s programs show (XFA), without fields that others read; open it in Acrobat or Adobe Reader and print it to a PDF to see it, and ask whoever made it for a form with fields (AcroForm)',
  flat: 'a PDF without fields; it was printed, or its fields were flattened. Ask for the file that was filled in, or make a form of the text by `policypack adopt` of the Word file that it comes from',
  pictures:
    'pages that are pictures, as from a scanner; type the answers into the form, or ask for the file itself',
} as const

function show(file: string, { fields, pages }: Awaited<ReturnType<typeof readFields>>): void {
  const shown = fields.filter(({ type }) => type !== 'button')
  if (shown.length === 0) return
  writeLine(`${printable(file)}: ${count(shown.length, 'field')} on ${count(pages, 'page')}`)
  for (const field of shown) writeLine(`  ${printable(field.label)}: ${printable(answerOf(field))}`)
  writeLine()
}

function answerOf({ value, doubtful }: DescribedField): string {
  const said = typeof value === 'boolean' ? (value ? 'ticked' : 'not ticked') : (value ?? '—')
  const text = typeof said === 'string' ? said : said.join(', ')
  return doubtful ? `${text} (the file contradicts itself here)` : text
}
