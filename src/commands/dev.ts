import { type Command, InvalidArgumentError } from 'commander'
import type { DevResult, Message } from '../index.ts'
import { OperatorError } from '../messages/operator-error.ts'
import { dev } from '../pack/dev.ts'
import { placeOf, showMessages } from '../terminal/show-messages.ts'
import { count, writeLine } from '../terminal/write.ts'
import type { Exit } from './exit.ts'
import { configOption, sourceDate } from './options.ts'

const HELP = `
Example:
  policypack dev
  policypack dev --port 8080

Only this machine can open the pages. They load again by themselves; errors stand on top of them and here. The PDFs follow
a little later. What is shown is a draft and nothing of it is written; the pack in \`out\` stays as it is until
\`policypack build\`. Ctrl-C ends it.

Exit code: 0 ended by Ctrl-C, 2 wrong usage, no browser, or a port that cannot be used.
`

interface Options {
  readonly config: string
  readonly port: number
}

/** `policypack dev`: the pack in a browser, as it becomes while one writes. */
export function addDev(command: Command, _exit: Exit): void {
  command
    .addOption(configOption())
    .option('-p, --port <number>', 'port of the web site on this machine', portOf, 4173)
    .addHelpText('after', HELP)
    .action(async (options: Options) => {
      const stop = new AbortController()
      for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => stop.abort())
      await dev({
        ...options,
        ...sourceDate(),
        signal: stop.signal,
        onReady: (url) => writeLine(`${url} shows the pack; Ctrl-C ends this`),
        onBuilt: show,
        sentence,
      })
    })
}

function portOf(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN
  if (!(port <= 65_535)) throw new InvalidArgumentError('Expected a number from 0 to 65535.')
  return port
}

function show(result: DevResult | OperatorError): void {
  if (result instanceof OperatorError) {
    console.error(result.message)
    return
  }
  const { ok, messages, made, changed } = result
  showMessages(messages.filter(({ severity }) => severity !== 'info'))
  if (made === 'PDFs') writeLine(`Printed: ${count(changed, 'PDF')}`)
  else writeLine(ok ? `Built: ${count(changed, 'page')} new or changed` : 'Not built: see above')
}

function sentence(message: Message): string {
  return `${placeOf(message)} ${message.message}`
}
