import { join, sep } from 'node:path'
import { Writable } from 'node:stream'
import type { Message } from '../../src/index.ts'
import { showMessages } from '../../src/terminal/show-messages.ts'

const packageFolder = join(import.meta.dirname, '../..')

/** Messages as the command line shows them in a pipe with `--all`, with paths from the project's folder or the package's. */
export function messagesAsShown(messages: readonly Message[], folder: string): string {
  const lines: string[] = []
  const stream = new Writable({
    decodeStrings: false,
    write(line: string, _, done) {
      lines.push(line)
      done()
    },
  })
  showMessages(messages, { all: true, stream })
  return [folder, packageFolder].reduce(
    (text, path) => text.replaceAll(`${path.split(sep).join('/')}/`, ''),
    lines.join(''),
  )
}
