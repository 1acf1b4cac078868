import type { Command } from 'commander'
import type { CheckResult } from '../index.ts'
import { check } from '../pack/check-pack.ts'
import { countProblems, wayToAll } from '../terminal/problems.ts'
import { showMessages, withHelp } from '../terminal/show-messages.ts'
import { writeJson, writeLine } from '../terminal/write.ts'
import { eachOrganisation } from './each-organisation.ts'
import type { Exit } from './exit.ts'
import { allOption, configsOption, sourceDate } from './options.ts'
import { showPlaceholders, wayOn } from './placeholders.ts'

const HELP = `
Example:
  policypack check
  policypack check --config orgs
  policypack check --all
  policypack check --json | grep '"severity":"error"'

With --json each line has a "kind": "message", "placeholder", and "summary" at the end.
Exit code: 0 the pack can be built, 1 there are faults, 2 wrong usage.
`

interface Options {
  readonly config: readonly string[]
  readonly all?: true
  readonly print: boolean
  readonly json?: true
}

/** `policypack check`: all messages, and which placeholders are open. */
export function addCheck(command: Command, exit: Exit): void {
  command
    .addOption(configsOption())
    .addOption(allOption())
    .option('--no-print', 'do not print your own documents to see whether all of it fits on paper')
    .option('--json', 'one JSON object a line, on standard output')
    .addHelpText('after', HELP)
    .action(async ({ config: paths, json, all, print }: Options) => {
      const isWell = await eachOrganisation(paths, { json }, async ({ config, name }) => {
        const result = await check({ ...sourceDate(), config, print })
        if (json) writeAsJson(result, name)
        else show(result, name, all)
        return { ...result, summary: summary(result, all) }
      })
      exit(isWell ? 0 : 1)
    })
}

function show({ messages, placeholders }: CheckResult, name: string | undefined, all?: true): void {
  showMessages(messages, { all: all ?? false })
  if (name !== undefined) writeLine(`${name}:`)
  if (placeholders.length === 0) return
  showPlaceholders(placeholders, { all })
  writeLine()
}

function summary({ ok, messages }: CheckResult, all?: true): string {
  const way = all ? '' : wayToAll(messages)
  const told = `${countProblems(messages, 'error')}, ${countProblems(messages, 'warning')}${way}`
  return ok
    ? `The pack can be built: ${told}`
    : `The pack cannot be built: ${told}${wayOn(messages)}`
}

function writeAsJson(
  { messages, placeholders, ok }: CheckResult,
  organisation: string | undefined,
): void {
  for (const message of messages) writeJson({ kind: 'message', organisation, ...withHelp(message) })
  for (const use of placeholders) writeJson({ kind: 'placeholder', organisation, ...use })
  const open = placeholders.filter(({ answered }) => !answered).length
  writeJson({ kind: 'summary', organisation, ok, answered: placeholders.length - open, open })
}
