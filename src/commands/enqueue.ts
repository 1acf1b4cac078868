import type { Command } from 'commander'
import type { ImportOptions } from '../index.ts'
import { type Enqueued, enqueueBuilds, enqueueImport } from '../jobs/enqueue.ts'
import { showMessages } from '../terminal/show-messages.ts'
import { count, writeLine } from '../terminal/write.ts'
import type { Exit } from './exit.ts'
import { configOption, configsOption, sourceDate } from './options.ts'

const HELP = `
Example:
  policypack enqueue build --config orgs
  policypack enqueue import completed/

The jobs lie in the database that POLICYPACK_DATABASE names, until a \`policypack worker\` takes them. Paths must be the same where
workers run. The same job does not wait twice, and may be done twice with no other effect.
Exit code: 0 done, 1 a file cannot be read, 2 wrong usage or no database
`

/** `policypack enqueue`: work for others to do. */
export function addEnqueue(command: Command, exit: Exit): void {
  command.addHelpText('after', HELP)
  command
    .command('build')
    .description('put the build of each organisation into the queue')
    .addOption(configsOption())
    .option('-o, --out <folder>', 'where to write (default: as `policypack build`)')
    .option('--draft', 'build although placeholders are open; show them as gaps')
    .action(async ({ config, ...options }: { config: string[]; out?: string; draft?: true }) => {
      tell(await enqueueBuilds(config, { ...options, ...sourceDate() }), exit)
    })
  command
    .command('import')
    .description('put completed forms into the queue, in batches')
    .argument('<path...>', 'completed forms, or folders with them')
    .addOption(configOption({ mustExist: true }))
    .option(
      '-t, --to <folder>',
      'the folder of records that their shelf in the database belongs to',
    )
    .option('--forms <folder>', 'where the form definitions are')
    .option('--any-organisation', 'take forms of other organisations as well')
    .option(
      '--trust <file>',
      'certificates of authorities whose signatures count as trusted; may be given again',
      (file: string, others: string[] = []) => [...others, file],
    )
    .action(async (paths: string[], options: Omit<ImportOptions, 'paths'>) => {
      tell(await enqueueImport({ ...options, paths }), exit)
    })
}

function tell({ added, known, messages }: Enqueued, exit: Exit): void {
  showMessages(messages)
  const rest = known > 0 ? `; ${known} waited already` : ''
  writeLine(`${count(added, 'job')} put into the queue${rest}`)
  exit(messages.some(({ severity }) => severity === 'error') ? 1 : 0)
}
