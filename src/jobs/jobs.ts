import { version } from '../contracts/version.ts'
import { Job } from './job.ts'
import { countJobs, type JobCounts, openQueues, POISON } from './queues.ts'

/** The most jobs of a list. */
const LISTED = 1000

/** How things stand with all jobs. */
export interface JobsNow extends JobCounts {
  /** Those that failed however often they were done, and why. */
  readonly failed: readonly { readonly job: Job | undefined; readonly message: string }[]
}

/** How many jobs wait, and which could not be done. */
export async function jobsNow(): Promise<JobsNow> {
  await using boss = await openQueues(version)
  const poison = await boss.findJobs(POISON, { queued: true, limit: LISTED })
  return {
    ...(await countJobs(version)),
    failed: poison.map(({ data, sourceOutput }) => ({
      job: Job.safeParse(data).data,
      message: messageIn(sourceOutput),
    })),
  }
}

/** Puts the jobs that failed into their queues again, and says how many. */
export async function redoPoison(): Promise<number> {
  await using boss = await openQueues(version)
  return await boss.redrive(POISON)
}

/** What an error said, or what the queue noted of a worker that was not heard of any more. */
function messageIn(output: unknown): string {
  const { message, value } = (output ?? {}) as { message?: string; value?: { message?: string } }
  return message ?? ended.get(value?.message ?? '') ?? 'It failed without a message'
}

const ended = new Map([
  [
    'job heartbeat timeout',
    'The worker that did it ended in the midst each time, as a program does that runs out of memory; look at these files one by one',
  ],
  ['job timed out', 'It took longer than a job may'],
])
