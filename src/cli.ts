import { Command, CommanderError, Help } from 'commander'
import type { Exit, ExitCode } from './commands/exit.ts'
import { version } from './contracts/version.ts'
import { OperatorError } from './messages/operator-error.ts'
import { watchOutput } from './terminal/output.ts'
import { asTyped } from './terminal/typed-command.ts'

/** A command as the list of all of them shows it. */
interface CommandEntry {
  readonly description: string
  readonly takes: string
  /** Loaded for the command that is run: most of a start is the loading of programs. */
  readonly load: () => Promise<(command: Command, exit: Exit) => void>
}

const commands: Readonly<Record<string, CommandEntry>> = {
  init: {
    description: 'ask for what the documents need, and write the configuration',
    takes: '[options]',
    load: async () => (await import('./commands/init.ts')).addInit,
  },
  adopt: {
    description: 'make documents of the pack from Word files, web pages and texts that you have',
    takes: '[options] <file...>',
    load: async () => (await import('./commands/adopt.ts')).addAdopt,
  },
  check: {
    description:
      'say everything that is wrong with the content and the configuration; write nothing',
    takes: '[options]',
    load: async () => (await import('./commands/check.ts')).addCheck,
  },
  build: {
    description: 'make the pack: web pages, PDFs and forms to fill in',
    takes: '[options]',
    load: async () => (await import('./commands/build.ts')).addBuild,
  },
  dev: {
    description: 'show a draft in a browser, as it becomes with each change',
    takes: '[options]',
    load: async () => (await import('./commands/dev.ts')).addDev,
  },
  verify: {
    description: 'check a pack against its manifest: is each file as it was built?',
    takes: '[options] [folder]',
    load: async () => (await import('./commands/verify.ts')).addVerify,
  },
  eject: {
    description: 'copy documents or templates of policypack here, to be edited',
    takes: '[options] [id...]',
    load: async () => (await import('./commands/eject.ts')).addEject,
  },
  prefill: {
    description: 'fill in copies of a form beforehand, from a table or for each pair',
    takes: '[options] <form>',
    load: async () => (await import('./commands/prefill.ts')).addPrefill,
  },
  import: {
    description: 'read completed forms and keep them as checked records',
    takes: '[options] <path...>',
    load: async () => (await import('./commands/import.ts')).addImport,
  },
  read: {
    description: 'show every field of any PDF form with what is filled in',
    takes: '[options] <file...>',
    load: async () => (await import('./commands/read.ts')).addRead,
  },
  records: {
    description: 'list the records, or export them for other programs',
    takes: '[options]',
    load: async () => (await import('./commands/records.ts')).addRecords,
  },
  people: {
    description: 'look at the list of people and at who is paired with whom',
    takes: '[options]',
    load: async () => (await import('./commands/people.ts')).addPeople,
  },
  pair: {
    description: 'propose pairs of peers, or mentors, for a day',
    takes: '[options]',
    load: async () => (await import('./commands/pair.ts')).addPair,
  },
  programme: {
    description: 'make the pages from which the programme is run: what is due, and figures',
    takes: '[options]',
    load: async () => (await import('./commands/programme.ts')).addProgramme,
  },
  archive: {
    description: 'make the completed forms of records PDFs to keep (PDF/A-3a)',
    takes: '[options] <record...>',
    load: async () => (await import('./commands/archive.ts')).addArchive,
  },
  enqueue: {
    description: 'put builds and imports into a queue, for workers on several machines',
    takes: '<command>',
    load: async () => (await import('./commands/enqueue.ts')).addEnqueue,
  },
  worker: {
    description: 'do what is in the queue',
    takes: '[options]',
    load: async () => (await import('./commands/worker.ts')).addWorker,
  },
  jobs: {
    description: 'say what is in the queue, and what could not be done',
    takes: '[options]',
    load: async () => (await import('./commands/jobs.ts')).addJobs,
  },
  explain: {
    description: 'say what a message means and what to do',
    takes: '[options] [rule]',
    load: async () => (await import('./commands/explain.ts')).addExplain,
  },
  doctor: {
    description: 'say what is here, what is missing, and the command that mends it',
    takes: '[options]',
    load: async () => (await import('./commands/doctor.ts')).addDoctor,
  },
}

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
    .configureHelp({ subcommandTerm: termOf })
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
  const exit: Exit = (ended) => {
    code = ended
  }
  for (const [name, { description, load }] of Object.entries(commands)) {
    const command = program.command(name).description(description)
    if (args.includes(name)) (await load())(command, exit)
  }
  try {
    await program.parseAsync(args, { from: 'user' })
    return code
  } catch (error) {
    return explain(error)
  }
}

/** How the list shows a command, loaded or not; a command of a command as usual. */
function termOf(command: Command): string {
  const name = command.name()
  const entry = command.parent?.parent ? undefined : commands[name]
  return entry ? `${name} ${entry.takes}` : new Help().subcommandTerm(command)
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
