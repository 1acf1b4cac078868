import type { Command } from 'commander'
import type { Exit } from '../cli.ts'
import { type CheckResult, check } from '../index.ts'
import { showMessages } from '../terminal/show-messages.ts'
import { writeJson } from '../terminal/write.ts'
import { configOption } from './options.ts'
import { showPlaceholders } from './placeholders.ts'

/** `policypack check`: all messages, and which placeholders are open. */
export function addCheck(program: Command, exit: Exit): void {
  program
    .command('check')
    .description(
      'say everything that is wrong with the content and the configuration; write nothing',
    )
    .addOption(configOption())
    .option('--json', 'one JSON object a line, on standard output')
    .addHelpText('after', help)
    .action(async (options: { config: string; json?: true }) => {
      const result = await check({ config: options.config })
      if (options.json) writeAsJson(result)
      else {
        showMessages(result.messages)
        showPlaceholders(result.placeholders)
      }
      exit(result.ok ? 0 : 1)
    })
}

const help = `
Example:
  policypack check
  policypack check --json | grep '"severity":"error"'

With --json each line has a "kind": "message", "placeholder", and "summary" at the end.
Exit code: 0 the pack can be built, 1 there are faults, 2 wrong usage.
`

function writeAsJson({ messages, placeholders, ok }: CheckResult): void {
  for (const message of messages) writeJson({ kind: 'message', ...message })
  for (const placeholder of placeholders) writeJson({ kind: 'placeholder', ...placeholder })
  const open = placeholders.filter(({ answered }) => !answered).length
  writeJson({ kind: 'summary', ok, answered: placeholders.length - open, open })
}
