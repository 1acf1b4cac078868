import { readdir, stat } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { readConfigurationMaybe } from '../configuration/configuration-file.ts'
import { packageFolder } from '../files/package-folder.ts'
import { temporaryFolder } from '../files/temporary.ts'
import { OperatorError } from '../messages/operator-error.ts'
import { type BuildOptions, type BuildResult, build } from './build.ts'
import { serve } from './serve.ts'

/** How long a change may go unseen, in milliseconds. */
const PAUSE = 400

/** What to build, and how to tell of it. */
export interface DevOptions extends Omit<BuildOptions, 'draft' | 'only' | 'out'> {
  /** Folder to build into; when absent, one that is removed at the end, so that a finished pack stays as it is. */
  readonly out?: string
  /** Port of the web site; 0 for any that is free. */
  readonly port: number
  /** Ends it all; to come from the handlers of SIGINT and the like, which nothing else handles. */
  readonly signal: AbortSignal
  /** Called with the address at which the pages are. */
  readonly onReady: (url: string) => void
  /** Called after each build, with what went wrong on this machine in place of a result. */
  readonly onBuilt: (result: BuildResult | OperatorError) => void
  /** A message as it is shown on top of the pages. */
  readonly sentence: (message: BuildResult['messages'][number]) => string
}

/**
 * Builds a draft, serves it, and builds again whenever the configuration, the content or the templates change, until
 * the signal comes. Throws an {@link OperatorError} when the port cannot be used.
 *
 * @example
 * ```ts
 * import { dev } from 'policypack'
 *
 * const stop = new AbortController()
 * process.once('SIGINT', () => stop.abort())
 * await dev({
 *   config: 'org.config.json',
 *   port: 0,
 *   signal: stop.signal,
 *   onReady: (url) => console.log(`Open ${url}`),
 *   // Goes on until it is told to stop: here by Ctrl-C, or when the first build is done.
 *   onBuilt: () => stop.abort(),
 *   sentence: ({ file, message }) => `${file}: ${message}`,
 * })
 * ```
 */
export async function dev(options: DevOptions): Promise<void> {
  const { signal, port } = options
  await using folder = await outputFolder(options.out)
  const out = folder.path
  await using site = await serve(out, { port })
  options.onReady(site.url)
  for (let seen = ''; !signal.aborted; ) {
    const now = await stateOf(options)
    if (now !== seen) {
      const result = await buildDraft({ ...options, out })
      if (!result) break
      options.onBuilt(result)
      site.update(noticeOf(result, options))
      seen = now
    }
    await wait(PAUSE, undefined, { signal }).catch(() => {})
  }
}

async function outputFolder(named?: string): Promise<{ path: string } & AsyncDisposable> {
  if (named !== undefined) return { path: named, [Symbol.asyncDispose]: async () => {} }
  return temporaryFolder()
}

/** Undefined when the signal came meanwhile. The combined PDF would double the time of a build. */
function buildDraft(options: BuildOptions): Promise<BuildResult | OperatorError | undefined> {
  return build({ ...options, draft: true, combined: false }).catch((error: unknown) => {
    if (options.signal?.aborted) return undefined
    if (error instanceof OperatorError) return error
    throw error
  })
}

function noticeOf(
  result: BuildResult | OperatorError,
  { sentence }: Pick<DevOptions, 'sentence'>,
): string[] {
  if (result instanceof OperatorError) return [result.message]
  return result.messages.filter(({ severity }) => severity === 'error').map(sentence)
}

/**
 * Names, times and lengths of all files that a build reads. Looking at them from time to time works alike on every
 * system and disk, and sees folders that come later. chokidar 5 was tried: without going deeper than these folders it saw
 * nothing in one that came later, and on network disks it looks from time to time as well.
 */
async function stateOf({ config, contentFolders }: BuildOptions): Promise<string> {
  const home = dirname(config)
  const own = (name: string) => [join(home, name), join(packageFolder, name)]
  // Pictures lie in folders below the documents.
  const below = contentFolders ?? own('content')
  const logo = await logoIn(config)
  const files = await Promise.all([
    ...[home, ...own('templates')].map((folder) => filesIn(folder)),
    ...below.map((folder) => filesIn(folder, true)),
  ])
  const states = await Promise.all(
    [...files.flat(), ...(logo === undefined ? [] : [resolve(home, logo)])].map(async (path) => {
      const status = await stat(path).catch(() => undefined)
      return status?.isFile() ? `${path} ${status.mtimeMs} ${status.size}` : ''
    }),
  )
  return states.join('\n')
}

async function filesIn(folder: string, recursive = false): Promise<string[]> {
  const names = await readdir(folder, { recursive }).catch(() => [])
  return names.filter((name) => !name.startsWith('.')).map((name) => join(folder, name))
}

/** Path of the logo, which may lie in a folder below; undefined while the configuration does not name one. */
async function logoIn(config: string): Promise<string | undefined> {
  const configuration = await readConfigurationMaybe(config).catch(() => undefined)
  return configuration?.organisation?.logo
}
