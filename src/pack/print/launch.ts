import puppeteer, { type Browser } from 'puppeteer'
import { OperatorError } from '../../messages/operator-error.ts'
import type { BrowserChoice } from '../../model/browser.ts'

const args = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--no-first-run',
]

/**
 * Starts the browser; it ends with this process, also when that is interrupted. A caller with a signal of its own is the one
 * to hear of interruptions: the browser ends by that signal then, and this process goes on. Throws an {@link OperatorError} when
 * it does not start.
 */
export async function launch(
  { executablePath, sandbox }: BrowserChoice,
  signal?: AbortSignal,
): Promise<Browser> {
  try {
    return await puppeteer.launch({
      executablePath,
      args: sandbox ? args : [...args, '--no-sandbox'],
      // Puppeteer would end this process at once, before what is temporary is removed.
      ...(signal && { signal, handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false }),
    })
  } catch (cause) {
    throw new OperatorError(
      `The browser ${executablePath} does not start; \`policypack doctor\` says what is missing`,
      { cause },
    )
  }
}
