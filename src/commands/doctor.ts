import type { Command } from 'commander'
import type { Requirement } from '../index.ts'
import { examine } from '../pack/doctor.ts'
import { painter } from '../terminal/show-messages.ts'
import { writeJson, writeLine } from '../terminal/write.ts'
import type { Exit } from './exit.ts'
import { configOption } from './options.ts'

const HELP = `
Example:
  policypack doctor

Exit code: 0 everything is here and in order, 2 something is not.
`

/** `policypack doctor`: what is here, what is missing, and what mends it. */
export function addDoctor(command: Command, exit: Exit): void {
  command
    .addOption(configOption())
    .option(
      '-o, --out <folder>',
      'where a build would write (default: out, beside the configuration)',
    )
    .option('--json', 'one JSON object a line, on standard output')
    .addHelpText('after', HELP)
    .action(async ({ json, ...options }: { config: string; out?: string; json?: true }) => {
      const findings = await examine(options)
      for (const finding of findings) json ? writeJson(finding) : show(finding)
      exit(findings.every(({ ok }) => ok) ? 0 : 2)
    })
}

function show({ name, ok, found, remedy }: Requirement): void {
  const paint = painter(process.stdout)
  const state = ok ? paint('green', 'ok     ') : paint('red', 'not ok ')
  writeLine(`${state}  ${name.padEnd(14)} ${found}`)
  if (remedy) writeLine(`${' '.repeat(24)} → ${remedy}`)
}
