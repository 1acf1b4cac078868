import { join } from 'node:path'
import type { Command } from 'commander'
import type { Exit } from '../cli.ts'
import { type BuildResult, build, type Progress } from '../index.ts'
import { progressLine } from '../terminal/progress.ts'
import { showMessages } from '../terminal/show-messages.ts'
import { count, writeJson, writeLine } from '../terminal/write.ts'
import { configOption } from './options.ts'

interface Options {
  readonly config: string
  readonly out?: string
  readonly draft?: true
  readonly only?: string[]
  readonly json?: true
}

/** `policypack build`: the pack in `out/`. */
export function addBuild(program: Command, exit: Exit): void {
  program
    .command('build')
    .description('make the pack: web pages, PDFs and forms to fill in')
    .addOption(configOption())
    .option('-o, --out <folder>', 'where to write (default: out, beside the configuration)')
    .option('--draft', 'build although placeholders are open; show them as gaps')
    .option('--only <id...>', 'build these documents only')
    .option('--json', 'one JSON object a line, on standard output')
    .addHelpText('after', help)
    .action(async ({ json, ...options }: Options) => {
      const result = await buildWithProgress(options)
      if (json) writeAsJson(result)
      else {
        showMessages(result.messages)
        writeLine(summary(result))
      }
      exit(result.ok ? 0 : 1)
    })
}

const help = `
Example:
  policypack build
  policypack build --draft --only mentoring-policy mentoring-contract

With --json each line has a "kind": "message", and "summary" at the end.
Nothing is written when there are errors.
Exit code: 0 built, 1 there are faults, 2 wrong usage, no browser, or a folder that cannot be written.
`

async function buildWithProgress(options: Omit<Options, 'json'>): Promise<BuildResult> {
  const progress = progressLine()
  try {
    return await build({ ...options, onProgress: (step) => progress.show(sentence(step)) })
  } finally {
    progress.clear()
  }
}

const verbs = { load: 'Reading', print: 'Printed', stamp: 'Finishing', write: 'Writing' } as const

function sentence({ stage, document = '' }: Progress): string {
  return `${verbs[stage]} ${document}`.trim()
}

function summary({ ok, messages, files, written, out }: BuildResult): string {
  if (ok)
    return `${count(files.length, 'file')}, ${written} of them new or changed. Open ${join(out, 'index.html')}`
  const errors = messages.filter(({ severity }) => severity === 'error').length
  return `Nothing was written: ${count(errors, 'error')}`
}

function writeAsJson({ messages, placeholders: _, ...summary }: BuildResult): void {
  for (const message of messages) writeJson({ kind: 'message', ...message })
  writeJson({ kind: 'summary', ...summary })
}
