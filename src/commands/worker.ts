import type { Command } from 'commander'
import type { Job, JobDone } from '../jobs/job.ts'
import { work } from '../jobs/work.ts'
import { printable } from '../terminal/show-messages.ts'
import { count, writeJson, writeLine } from '../terminal/write.ts'
import type { Exit } from './exit.ts'

const HELP = `
Example:
  policypack worker
  policypack worker --until-done

Start as many as you like, on as many machines: each takes jobs from the database that POLICYPACK_DATABASE names. One that is told to
end by Ctrl-C or SIGTERM ends the job at hand first; the job of one that is killed is done by another. A job may name only files in the
folder in which the worker is started, or in those that are named by --root.
Exit code: 0 ended as it was told, 1 a job could not be done, 2 no database
`

/** `policypack worker`: does what others have put into the queue. */
export function addWorker(command: Command, exit: Exit): void {
  command
    .option('--until-done', 'end when no job is waiting or being done')
    .option(
      '--root <folder>',
      'a folder in which the paths of jobs may lie; may be given again (default: this folder)',
      (folder: string, others: string[] = []) => [...others, folder],
    )
    .option('--json', 'one JSON object a job, on standard output')
    .addHelpText('after', HELP)
    .action(async ({ untilDone, root, json }: Options) => {
      const ending = new AbortController()
      for (const signal of ['SIGINT', 'SIGTERM'] as const)
        process.once(signal, () => ending.abort())
      let failed = 0
      await work({
        ...(untilDone && { untilDone }),
        ...(root && { roots: root }),
        signal: ending.signal,
        onDone(done) {
          if (done.failure !== undefined) failed += 1
          if (json) writeJson(done)
          else writeLine(lineOf(done))
        },
      })
      exit(failed > 0 ? 1 : 0)
    })
}

interface Options {
  readonly untilDone?: true
  readonly root?: string[]
  readonly json?: true
}

function lineOf({ job, result, isLeft, failure }: JobDone): string {
  const end = isLeft ? 'left   ' : failure === undefined ? 'done   ' : 'failed '
  const why = isLeft ? 'for a worker of a later version' : (failure ?? JSON.stringify(result))
  return `${end} ${job ? nameOf(job) : 'unknown job'}  ${printable(why)}`
}

/** A job in a few words. */
export function nameOf(job: Job): string {
  return job.kind === 'build'
    ? `build of ${printable(job.config)}`
    : `import of ${count(job.files.length, 'file')}`
}
