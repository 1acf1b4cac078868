import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { spawn } from '@lydell/node-pty'

/** A run of the command line in a pseudo-terminal. */
export interface Terminal {
  /** Waits until this has been shown since the last `type`. */
  see(what: string): Promise<void>
  /** Types text, and Enter after it unless it is told not to. */
  type(text: string, options?: { readonly enter: boolean }): void
  /** Waits for a question and types the answer in place of what stands in the line; an empty one takes that. */
  answer(question: string, text: string): Promise<void>
  /** Closes the window. */
  close(): void
  /** All that was shown, without colours and movements of the cursor. */
  shown(): string
  /** The exit code, once it has ended. */
  readonly ended: Promise<number>
}

const bin = join(import.meta.dirname, '../../src/bin.ts')

/** How long something may take to be shown, in milliseconds. */
const PATIENCE = 20_000

export const keys = { up: '\u001b[A', down: '\u001b[B', ctrlC: '\u0003', ctrlU: '\u0015' } as const

/** Runs `policypack` from the sources in a pseudo-terminal of 100 columns. */
export function runInTerminal(
  args: readonly string[],
  { cwd, env }: { readonly cwd: string; readonly env?: NodeJS.ProcessEnv },
): Terminal {
  const child = spawn(process.execPath, [bin, ...args], {
    cwd,
    cols: 100,
    rows: 50,
    env: { ...process.env, CI: '', ...env },
  })
  let all = ''
  let sinceTyped = ''
  const watchers = new Set<() => void>()
  child.onData((data) => {
    all += data
    sinceTyped += data
    for (const watch of watchers) watch()
  })
  const ended = new Promise<number>((resolve) => child.onExit(({ exitCode }) => resolve(exitCode)))

  const terminal: Terminal = {
    see(what) {
      return new Promise((resolve, reject) => {
        const finish = (settle: () => void) => {
          clearTimeout(timer)
          watchers.delete(watch)
          settle()
        }
        const watch = () => {
          if (plain(sinceTyped).includes(what)) finish(resolve)
        }
        const timer = setTimeout(
          () => finish(() => reject(new Error(`Not seen: ${what}\n${plain(sinceTyped)}`))),
          PATIENCE,
        )
        watchers.add(watch)
        watch()
      })
    },
    type(text, { enter } = { enter: true }) {
      sinceTyped = ''
      child.write(enter ? `${text}\r` : text)
    },
    async answer(question, text) {
      await terminal.see(question)
      if (text !== '') child.write(keys.ctrlU)
      terminal.type(text)
    },
    // Both ends of a terminal know when its window goes, and the program is told.
    close: () => (child as unknown as { destroy(): void }).destroy(),
    shown: () => plain(all),
    ended,
  }
  return terminal
}

function plain(text: string): string {
  return stripVTControlCharacters(text).replaceAll('\r', '')
}
