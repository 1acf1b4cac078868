import { constants } from 'node:os'
import { join } from 'node:path'
import type { Command } from 'commander'
import { OUT_FOLDER } from '../contracts/file-names.ts'
import type { BuildOptions, BuildResult, Progress } from '../index.ts'
import { type Builder, openBuilder } from '../pack/build.ts'
import { countProblems, wayToAll } from '../terminal/problems.ts'
import { progressLine } from '../terminal/progress.ts'
import { showMessages, withHelp } from '../terminal/show-messages.ts'
import { count, writeJson } from '../terminal/write.ts'
import { eachOrganisation, type Turn } from './each-organisation.ts'
import type { Exit } from './exit.ts'
import { allOption, configsOption, sourceDate } from './options.ts'
import { wayOn } from './placeholders.ts'

const HELP = `
Example:
  policypack build
  policypack build --draft --only mentoring-policy mentoring-contract
  policypack build --config orgs/*.json
  policypack build --config orgs --out packs

With --json each line has a "kind": "message", and "summary" at the end.
Nothing is written when there are errors; a draft is written without the documents that have some. With --only the files of the other documents stay; pack.pdf and the ZIP of the
last build, which hold all documents, are removed until a build without it makes them again.

With several configurations, or a folder of them, each pack goes into a folder named like its file: orgs/fernhill.json
into out/fernhill. Documents and templates of their own lie beside the configurations. One that has faults does not stop
the others. A run that was ended with Ctrl-C goes on where it was when it is started again. Completed forms are imported
with --config orgs/fernhill.json, and kept in orgs/records/fernhill.

The environment variable SOURCE_DATE_EPOCH sets the time by which reviews are overdue, and the date of the PDFs.
Exit code: 0 built, 1 there are faults, 2 wrong usage, no browser, or a folder that cannot be written.
`

interface Options {
  readonly config: readonly string[]
  readonly out?: string
  readonly draft?: true
  readonly only?: string[]
  readonly pack: boolean
  readonly force?: true
  readonly all?: true
  readonly json?: true
}

/** `policypack build`: the pack in `out/`. */
export function addBuild(command: Command, exit: Exit): void {
  command
    .addOption(configsOption())
    .option(
      '-o, --out <folder>',
      'where to write (default: out, beside the configuration; with several, out/<name> here)',
    )
    .option('--draft', 'build although placeholders are open; show them as gaps')
    .option('--only <id...>', 'build these documents only')
    .option('--force', 'make everything anew, also what did not change since the last build')
    .option('--no-pack', 'leave out pack.pdf, the one PDF of all documents')
    .addOption(allOption())
    .option('--json', 'one JSON object a line, on standard output')
    .addHelpText('after', HELP)
    .action(async ({ config: paths, json, all, out, pack: combined, ...options }: Options) => {
      endWithSignals()
      await using builder = openBuilder()
      const started = Date.now()
      const isWell = await eachOrganisation(paths, { json }, async (turn) => {
        const { config, name } = turn
        const place = name === undefined ? out : join(out ?? OUT_FOLDER, name)
        const result = await buildWithProgress(
          builder,
          {
            ...options,
            ...sourceDate(),
            combined,
            config,
            ...(place !== undefined && { out: place }),
          },
          beforeStep(turn, started),
        )
        if (json) writeAsJson(result, name)
        else showMessages(result.messages, { all: all ?? false })
        return {
          ...result,
          ok: result.ok && !result.messages.some(({ severity }) => severity === 'error'),
          summary: summary(result),
        }
      })
      exit(isWell ? 0 : 1)
    })
}

/** Puppeteer ends the browser at these signals but not this process, which would take the loss of its browser for a fault. */
function endWithSignals(): void {
  for (const signal of ['SIGTERM', 'SIGHUP'] as const)
    process.once(signal, () => process.exit(128 + constants.signals[signal]))
}

async function buildWithProgress(
  builder: Builder,
  options: BuildOptions,
  before: string,
): Promise<BuildResult> {
  const progress = progressLine()
  try {
    return await builder.build({
      ...options,
      onProgress: (step) => progress.show(`${before} ${sentence(step)}`.trim()),
    })
  } finally {
    progress.clear()
  }
}

/** Which organisation it is, and with several how long the others are going to take at this pace. */
function beforeStep({ name, done, all }: Turn, started: number): string {
  if (name === undefined) return ''
  const minutes = Math.ceil(((Date.now() - started) / done) * ((all - done) / 60_000))
  const left = done === 0 ? '' : `, about ${count(minutes, 'minute')} left`
  return `${done + 1} of ${all}${left} · ${name}`
}

const verbs = { load: 'Reading', print: 'Printed', stamp: 'Finishing', write: 'Writing' } as const

function sentence({ stage, document = '' }: Progress): string {
  return `${verbs[stage]} ${document}`.trim()
}

function summary({ ok, messages, files, written, removed, leftOut, out }: BuildResult): string {
  const without =
    leftOut.length > 0 ? `; left out of the draft for their faults: ${leftOut.join(', ')}` : ''
  if (ok)
    return `${count(files.length, 'file')}, ${written} of them new or changed${gone(removed)}${without}. Open ${join(out, 'index.html')}`
  return `Nothing was written: ${countProblems(messages, 'error')}${wayToAll(messages)}${wayOn(messages)}`
}

function gone(removed: readonly string[]): string {
  if (removed.length === 0) return ''
  return removed.length > 3
    ? `; ${count(removed.length, 'outdated file')} removed`
    : `; ${removed.join(', ')} removed as outdated`
}

function writeAsJson(
  { messages, placeholders: _, ...summary }: BuildResult,
  organisation: string | undefined,
): void {
  for (const message of messages) writeJson({ kind: 'message', organisation, ...withHelp(message) })
  writeJson({ kind: 'summary', organisation, ...summary })
}
