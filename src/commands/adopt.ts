import { buffer } from 'node:stream/consumers'
import type { Command } from 'commander'
import { type AdoptedPdfQuestion, adoptForm } from '../forms/adopt-form.ts'
import type { Adopted } from '../index.ts'
import { OperatorError } from '../messages/operator-error.ts'
import { adopt } from '../pack/adopt.ts'
import { printable, showMessages } from '../terminal/show-messages.ts'
import { count, writeJson, writeLine } from '../terminal/write.ts'
import type { Exit } from './exit.ts'
import { configOption } from './options.ts'

const HELP = `
Example:
  policypack adopt "Grievance policy.docx"
  policypack adopt grievance.docx --id grievance-policy --kind policy --dry-run
  policypack adopt leave-request.pdf
  policypack adopt - --title "Grievance policy" < pasted.txt

Takes .docx, .html, .txt and .md, and with LibreOffice .odt, .doc and .rtf; - takes what is pasted or piped in. The document goes to
content/, its pictures to content/pictures/, and adopted/<id>.html tells what was taken for what.
Of a PDF form the questions go to forms/<id>.json, to be edited, and completed copies of it import like forms of yours. Nothing is overwritten.
Exit code: 0 adopted, 1 the document has faults that you must look at, 2 a file cannot be read, or is there already.
`

interface Options {
  readonly config: string
  readonly id?: string
  readonly title?: string
  readonly kind?: string
  readonly dryRun?: true
  readonly json?: true
}

/** `policypack adopt`: a document of the pack from a file that the organisation has. */
export function addAdopt(command: Command, exit: Exit): void {
  command
    .argument('<file...>', 'the files, or - for standard input')
    .addOption(configOption())
    .option('--id <id>', 'name of the document, such as grievance-policy')
    .option('--title <title>', 'title of the document')
    .option('--kind <kind>', 'what the document is: policy, procedure, guide, form, …')
    .option('--dry-run', 'show the document and write nothing')
    .option('--json', 'one JSON object a line, on standard output')
    .addHelpText('after', HELP)
    .action(async (files: readonly string[], { json, ...options }: Options) => {
      if (files.length > 1 && (options.id ?? options.title) !== undefined)
        throw new OperatorError(
          '`--id` and `--title` are for one file; adopt one at a time with them',
        )
      let failed = 0
      let faulty = 0
      for (const file of files)
        try {
          if (/\.pdf$/i.test(file)) {
            await adoptPdf(file, options, json)
            continue
          }
          const source = file === '-' ? { name: '-', bytes: await buffer(process.stdin) } : file
          const adopted = await adopt({ ...options, source })
          if (json) writeJson(adopted)
          else show(adopted, options)
          if (adopted.messages.some(({ severity }) => severity === 'error')) faulty++
        } catch (error) {
          if (!(error instanceof OperatorError)) throw error
          console.error(error.message)
          failed++
        }
      exit(failed > 0 ? 2 : faulty > 0 ? 1 : 0)
    })
}

async function adoptPdf(
  source: string,
  { kind: _, ...options }: Options,
  json: true | undefined,
): Promise<void> {
  const adopted = await adoptForm({ ...options, source })
  if (json) {
    writeJson(adopted)
    return
  }
  const { questions, leftOut, title, file } = adopted
  const where = options.dryRun ? '' : `, in ${printable(file)}`
  writeLine(`${printable(title)}: ${count(questions.length, 'question')}${where}`)
  for (const [index, question] of questions.entries())
    for (const line of linesOf(question, index + 1)) writeLine(printable(line))
  if (leftOut.length > 0)
    writeLine(`  Left out, since nobody fills them in: ${printable(leftOut.join(', '))}`)
  if (options.dryRun) return
  writeLine('  Next: look through the labels and types in that file; the blank form lies beside it')
  writeLine('  Completed copies of the form: `policypack import FILE…`')
}

function linesOf(question: AdoptedPdfQuestion, number: number): string[] {
  const { label, type, required, options, columns, page, fields, labelFrom } = question
  const [field = ''] = fields
  const from = { tooltip: 'its tooltip', page: 'the words beside it', name: 'its name' }[labelFrom]
  const facts = [
    typeWords[type] ?? type,
    ...(required ? ['demanded'] : []),
    ...(page === undefined ? [] : [`page ${page}`]),
    fields.length === 1
      ? `field “${field}”, called so by ${from}`
      : `${fields.length} fields, from “${field}” to “${fields.at(-1)}”`,
  ]
  const line = `  ${number}. ${label}: ${facts.join(', ')}`
  const parts = options ?? columns
  return parts ? [line, `       ${parts.join(' | ')}`] : [line]
}

const typeWords: Readonly<Record<string, string>> = {
  text: 'a text',
  multiline: 'a long text',
  number: 'a number',
  date: 'a date',
  email: 'an e-mail address',
  checkbox: 'a box to tick',
  choice: 'one of these',
  checks: 'those of these that apply',
  rows: 'a table to fill in row by row',
  select: 'one of a list',
  signature: 'a signature',
}

function show(
  { messages, told, title, kind, file, page, text, pictures }: Adopted,
  { dryRun }: Options,
): void {
  // What was taken for a blank is among what is told.
  showMessages(messages.filter(({ severity }) => severity !== 'info'))
  const found = [...Map.groupBy(told, ({ about }) => about)].map(
    ([about, things]) => `${things.length} ${about}`,
  )
  if (dryRun) {
    writeLine(text)
    for (const { about, text: said, line } of told)
      writeLine(`${line === undefined ? '' : `line ${line}: `}${about}: ${printable(said)}`)
    return
  }
  const also = pictures.length > 0 ? ` with ${count(pictures.length, 'picture')}` : ''
  writeLine(`${printable(title)}: a ${kind}, in ${printable(file)}${also}`)
  if (found.length > 0) writeLine(`  Found: ${found.join(', ')}`)
  writeLine(`  What was taken for what: ${printable(page)}`)
  writeLine('  Next: look through both, then `policypack check`')
}
