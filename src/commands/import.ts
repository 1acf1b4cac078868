import type { Command } from 'commander'
import { usualFolders } from '../configuration/organisations.ts'
import { ANONYMOUS_ENDING, endings, numbersTold, totalsTold } from '../contracts/import-words.ts'
import { importForms } from '../forms/import.ts'
import { placeOfRecord } from '../forms/keep/index.ts'
import type {
  AnonymousCount,
  ImportOptions,
  ImportResult,
  ImportSummary,
  Message,
} from '../index.ts'
import { progressLine } from '../terminal/progress.ts'
import {
  painter,
  printable,
  showHowToLearnMore,
  showMessages,
  withHelp,
} from '../terminal/show-messages.ts'
import { timeLeft } from '../terminal/time-left.ts'
import { count, writeJson, writeLine } from '../terminal/write.ts'
import type { Exit } from './exit.ts'
import { configOption } from './options.ts'

const HELP = `
Example:
  policypack import ~/Downloads/mentoring-contract.pdf
  policypack import completed/ --json > results.jsonl

Each file ends in one way:
${Object.entries(endings)
  .map(([status, meaning]) => `  ${status.padEnd(11)}  ${meaning}`)
  .join('\n')}
${ANONYMOUS_ENDING}

Exit code: 0 all is well, 1 a file was rejected, is private, is incomplete, is to be keyed or waits for a decision, 2 wrong usage or a folder that cannot be written.
`

type Options = Omit<ImportOptions, 'paths' | 'onResult' | 'onProgress' | 'limits'> & {
  readonly json?: true
}

/** `policypack import`: completed forms into records. */
export function addImport(command: Command, exit: Exit): void {
  command
    .argument('<path...>', 'completed forms, or folders with them')
    .addOption(configOption({ mustExist: true }))
    .option(
      '-t, --to <folder>',
      'where to keep the records (default: records, beside the configuration; of fernhill.json, records/fernhill)',
    )
    .option(
      '--forms <folder>',
      'where the form definitions are (default: out/forms; of fernhill.json, out/fernhill/forms)',
    )
    .option('--password <password>', 'opens forms that have one')
    .option('--any-organisation', 'take forms of other organisations as well')
    .option(
      '--trust <file>',
      'certificates of authorities whose signatures count as trusted; may be given again',
      (file: string, others: string[] = []) => [...others, file],
    )
    .option('--dry-run', 'say what would happen and write nothing')
    .option(
      '--json',
      'one JSON object for each file that is not anonymous, then one for those that are, and one for what is to be keyed',
    )
    .addHelpText('after', HELP)
    .action(async (paths: string[], { json, ...options }: Options) => {
      const told: Message[] = []
      const show = json ? writeAsJson : (result: ImportResult) => showResult(result, options)
      const summary = await run({ ...options, paths }, (result) => {
        noteExamples(told, result.messages)
        show(result)
      })
      if (json && summary.anonymous.length > 0) writeJson({ anonymous: summary.anonymous })
      if (json && summary.toKey) writeJson({ toKey: summary.toKey })
      if (!json) for (const counted of summary.anonymous) showAnonymous(counted)
      showMessages(summary.messages)
      if (!json) {
        writeLine(totals(summary, options.dryRun))
        for (const line of toKeyTold(summary)) writeLine(line)
        showHowToLearnMore([...told, ...summary.messages])
      }
      exit(summary.isAllWell ? 0 : 1)
    })
}

async function run(
  options: ImportOptions,
  show: (result: ImportResult) => void,
): Promise<ImportSummary> {
  const progress = progressLine()
  const started = performance.now()
  try {
    return await importForms({
      ...options,
      onResult(result) {
        progress.clear()
        show(result)
      },
      onProgress({ done, of }) {
        if (done < of) {
          const left = timeLeft({ done, of }, performance.now() - started)
          progress.show(`${done} of ${count(of, 'file')}${left}`)
        }
      },
    })
  } finally {
    progress.clear()
  }
}

/** Keeps one message of each severity: all that many files say would be too much for memory. */
function noteExamples(examples: Message[], messages: readonly Message[]): void {
  for (const message of messages)
    if (examples.every(({ severity }) => severity !== message.severity)) examples.push(message)
}

function writeAsJson({ messages, ...result }: ImportResult): void {
  writeJson({ ...result, messages: messages.map(withHelp) })
}

const colours = {
  accepted: 'green',
  superseding: 'green',
  unconfirmed: 'yellow',
  untrusted: 'yellow',
  private: 'yellow',
  'to-key': 'yellow',
  duplicate: 'dim',
  incomplete: 'yellow',
  rejected: 'red',
} as const satisfies Record<ImportResult['status'], string>

function showResult(
  result: ImportResult,
  { to, config }: Pick<ImportOptions, 'to' | 'config'>,
): void {
  const paint = painter(process.stdout)
  const { file, status, record, messages } = result
  const kept = record
    ? `  ${record.form.id}  ${placeOfRecord(to ?? usualFolders(config).records, record)}`
    : ''
  writeLine(`${paint(colours[status], status.padEnd(11))}  ${printable(file)}${kept}`)
  showMessages(messages)
}

function showAnonymous(counted: AnonymousCount): void {
  writeLine(`${'anonymous'.padEnd(11)}  ${counted.form}  ${numbersTold(counted)}`)
}

const MOST_SHOWN = 10

/** What is left for a person to key, and where. */
function toKeyTold({ toKey }: ImportSummary): string[] {
  if (!toKey) return []
  const all = count(toKey.forms.length, 'form')
  const are = toKey.forms.length === 1 ? 'is' : 'are'
  const shown = toKey.forms.slice(0, MOST_SHOWN).map(({ form, task = 'anonymous', files = [] }) => {
    const from = files.length > 0 ? `  ${printable(files.join(', '))}` : ''
    return `  ${task.padEnd(16)}  ${form.title}${from}`
  })
  const more = toKey.forms.length - shown.length
  return [
    toKey.page === undefined
      ? `${all} on paper would have to be keyed:`
      : `${all} on paper ${are} to be keyed: open ${printable(toKey.page)}, and import the file that it saves`,
    ...shown,
    ...(more > 0 ? [`  and ${more} more`] : []),
  ]
}

function totals({ counts, anonymous }: ImportSummary, dryRun = false): string {
  const told = totalsTold(counts, anonymous)
  return `${told || 'No PDF was found there'}${dryRun ? ' (nothing was written)' : ''}`
}
