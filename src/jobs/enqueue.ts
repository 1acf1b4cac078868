import { join, resolve } from 'node:path'
import { findOrganisations, usualFolders } from '../configuration/organisations.ts'
import { OUT_FOLDER } from '../contracts/file-names.ts'
import { version } from '../contracts/version.ts'
import { gatherForms, type ImportOptions } from '../forms/import.ts'
import type { Message } from '../messages/message.ts'
import { keepDefinitions } from './definitions.ts'
import { hashOf, hashOfFile, type Job } from './job.ts'
import { openQueues, queueOf } from './queues.ts'

/** So many files are a batch: a worker that is killed has them to do again. */
const FILES_IN_BATCH = 50
/** So many jobs go to the database at once. */
const AT_ONCE = 500

/** What was put into the queue. */
export interface Enqueued {
  /** Jobs that came to those that are waiting. */
  readonly added: number
  /** Jobs that were waiting already, or are being done. */
  readonly known: number
  readonly messages: readonly Message[]
}

/** Puts the build of each organisation into the queue. */
export async function enqueueBuilds(
  configs: readonly string[],
  { out, draft, date }: { readonly out?: string; readonly draft?: true; readonly date?: Date },
): Promise<Enqueued> {
  const jobs: Job[] = (await findOrganisations(configs)).map(({ config, name }) => ({
    kind: 'build',
    program: version,
    config: resolve(config),
    out: resolve(
      name === undefined ? (out ?? join(config, '..', OUT_FOLDER)) : join(out ?? OUT_FOLDER, name),
    ),
    ...(draft && { draft }),
    ...(date && { date: date.toISOString() }),
  }))
  return enqueue(jobs, [])
}

/** Puts completed forms into the queue, in batches, with the definitions that are known here. */
export async function enqueueImport(
  options: Pick<
    ImportOptions,
    'paths' | 'config' | 'to' | 'forms' | 'anyOrganisation' | 'trust' | 'date'
  > & { readonly filesInBatch?: number },
): Promise<Enqueued> {
  const { files, known, blanks, trusted, messages } = await gatherForms(options)
  const definitions = await keepDefinitions({
    ...{ known, trusted },
    blanks: new Map([...blanks].map(([hash, path]) => [hash, resolve(path)])),
  })
  const { date = new Date(), anyOrganisation, config, filesInBatch = FILES_IN_BATCH } = options
  const jobs: Job[] = []
  for (let at = 0; at < files.length; at += filesInBatch)
    jobs.push({
      kind: 'import',
      config: resolve(config),
      to: resolve(options.to ?? usualFolders(config).records),
      definitions,
      date: date.toISOString(),
      ...(anyOrganisation && { anyOrganisation }),
      files: await Promise.all(
        files
          .slice(at, at + filesInBatch)
          .map(async (path) => ({ path: resolve(path), sha256: await hashOfFile(path) })),
      ),
    })
  return enqueue(jobs, messages)
}

async function enqueue(jobs: readonly Job[], messages: readonly Message[]): Promise<Enqueued> {
  await using boss = await openQueues(version)
  let added = 0
  for (const [queue, ofQueue] of Map.groupBy(jobs, (job) => queueOf(job, version)))
    for (let at = 0; at < ofQueue.length; at += AT_ONCE) {
      const some = ofQueue
        .slice(at, at + AT_ONCE)
        .map((job) => ({ data: job, singletonKey: hashOf(job) }))
      added += (await boss.insert(queue, some, { returnId: true }))?.length ?? 0
    }
  return { added, known: jobs.length - added, messages }
}
