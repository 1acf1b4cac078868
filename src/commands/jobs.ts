import type { Command } from 'commander'
import { jobsNow, redoPoison } from '../jobs/jobs.ts'
import { printable } from '../terminal/show-messages.ts'
import { count, writeJson, writeLine } from '../terminal/write.ts'
import type { Exit } from './exit.ts'
import { nameOf } from './worker.ts'

const HELP = `
Example:
  policypack jobs
  policypack jobs --again

A job that failed three times is listed with what was said of it. Mend that, and let it be done --again.
Exit code: 0 nothing failed, 1 some jobs failed, 2 no database
`

/** `policypack jobs`: how much is waiting, and what could not be done. */
export function addJobs(command: Command, exit: Exit): void {
  command
    .option('--again', 'put the jobs that failed into the queue again')
    .option('--json', 'one JSON object, on standard output')
    .addHelpText('after', HELP)
    .action(async ({ again, json }: { again?: true; json?: true }) => {
      if (again) writeLine(`${count(await redoPoison(), 'job')} put into the queue again`)
      const now = await jobsNow()
      if (json) writeJson(now)
      else {
        for (const { job, message } of now.failed)
          writeLine(`failed  ${job ? nameOf(job) : 'unknown job'}  ${printable(message)}`)
        writeLine(`${now.waiting} waiting, ${now.active} being done, ${now.failed.length} failed`)
        if (now.forOthers > 0)
          writeLine(`${count(now.forOthers, 'job')} more for a worker of another version`)
      }
      exit(now.failed.length > 0 ? 1 : 0)
    })
}
