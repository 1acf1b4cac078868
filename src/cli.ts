import { Command, CommanderError } from 'commander'
import { addAdopt } from './commands/adopt.ts'
import { addArchive } from './commands/archive.ts'
import { addBuild } from './commands/build.ts'
import { addCheck } from './commands/check.ts'
import { addDev } from './commands/dev.ts'
import { addDoctor } from './commands/doctor.ts'
import { addEject } from './commands/eject.ts'
import type { ExitCode } from './commands/exit.ts'
import { addExplain } from './commands/explain.ts'
import { addImport } from './commands/import.ts'
import { addInit } from './commands/init.ts'
import { addPeople } from './commands/people.ts'
import { addRead } from './commands/read.ts'
import { addRecords } from './commands/records.ts'
import { addVerify } from './commands/verify.ts'
import { OperatorError, version } from './index.ts'
import { watchOutput } from './terminal/output.ts'
import { asTyped } from './terminal/typed-command.ts'

const commands = [
  addInit,
  addAdopt,
  addCheck,
  addBuild,
  addDev,
  addVerify,
  addEject,
  addImport,
  addRead,
  addRecords,
  addPeople,
  addArchive,
  addExplain,
  addDoctor,
]

/** Runs the command line and gives the exit code; 2 as well where what it says cannot be written. */
export async function cli(args: readonly string[]): Promise<ExitCode> {
  const output = watchOutput()
  const code = await run(args)
  const failure = await output.failure()
  if (failure === undefined) return code
  console.error(failure)
  return 2
}

async function run(args: readonly string[]): Promise<ExitCode> {
  let code: ExitCode = 0
  const program = new Command('policypack')
    .description(
      "Turns an organisation's answers into its policy pack, and completed forms into records.",
    )
    .version(version, '-V, --version', 'show the version')
    .helpOption('-h, --help', 'show help')
    .helpCommand('help [command]', 'show help for a command')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => process.stdout.write(asTyped(text)),
      writeErr: (text) => process.stderr.write(asTyped(text)),
    })
    .showHelpAfterError('Run with --help to see what there is.')
    .addHelpText(
      'after',
      '\nStart here:\n  policypack doctor    is everything here that is needed?\n  policypack init      answer what the documents need to know\n  policypack build     make the pack\n',
    )
  for (const add of commands)
    add(program, (ended) => {
      code = ended
    })
  try {
    await program.parseAsync(args, { from: 'user' })
    return code
  } catch (error) {
    return explain(error)
  }
}

function explain(error: unknown): ExitCode {
  // Commander has said everything by now.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
  if (error instanceof OperatorError) {
    console.error(asTyped(error.message))
    return 2
  }
  console.error(error)
  console.error('This is a fault of policypack; please report it with the lines above.')
  return 2
}
