/** What is said where a stream cannot take any more, by the code of the error. */
const reasons: ReadonlyMap<string | undefined, string> = new Map([
  ['EPIPE', 'what read it has ended before'],
  ['ENOSPC', 'the disk is full'],
  ['EDQUOT', 'the disk is full'],
  ['EFBIG', 'the file may not grow so large'],
])

/** Watches whether what a command says arrives. */
export interface WatchedOutput {
  /** Waits until everything is written; gives a sentence where some of it could not be. */
  failure(): Promise<string | undefined>
}

/**
 * Lets a command do its work to the end where its output cannot be written any more: the disk is full, or whoever read it
 * has stopped, as `head` does.
 */
export function watchOutput(
  streams: readonly NodeJS.WriteStream[] = [process.stdout, process.stderr],
): WatchedOutput {
  let first: NodeJS.ErrnoException | undefined
  for (const stream of streams)
    stream.on('error', (error) => {
      // A stream that failed once says so of all that follows.
      first ??= error
    })
  return {
    async failure() {
      await Promise.all(streams.map(allWritten))
      return first && sentence(first)
    },
  }
}

function allWritten(stream: NodeJS.WriteStream): Promise<void> {
  return new Promise((resolve) => {
    if (stream.writable) stream.write('', () => resolve())
    else resolve()
  })
}

function sentence({ code, message }: NodeJS.ErrnoException): string {
  const why = reasons.get(code) ?? code ?? message
  return `Not all of the output could be written: ${why}; the work itself was done to its end`
}
