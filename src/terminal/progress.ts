import { printable } from './show-messages.ts'

/** A line that tells how far a command is, and is gone when it is done. */
export interface ProgressLine {
  show(text: string): void
  clear(): void
}

/** A progress line on a terminal; nothing at all elsewhere. */
export function progressLine(stream: NodeJS.WriteStream = process.stderr): ProgressLine {
  if (!stream.isTTY) return { show: () => {}, clear: () => {} }
  const clear = () => void stream.write('\r\u001b[K')
  return {
    show(text) {
      clear()
      stream.write(printable(text).slice(0, Math.max(0, stream.columns - 1)))
    },
    clear,
  }
}
