import puppeteer, { type Browser } from 'puppeteer'
import type { BrowserChoice } from '../model/browser.ts'
import { OperatorError } from '../model/operator-error.ts'

const args = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--no-first-run',
]

/**
 * Starts the browser; it ends with this process, also when that is interrupted. Throws an {@link OperatorError} when
 * it does not start.
 */
export async function launch({ executablePath, sandbox }: BrowserChoice): Promise<Browser> {
  try {
    return await puppeteer.launch({
      executablePath,
      args: sandbox ? args : [...args, '--no-sandbox'],
    })
  } catch (cause) {
    throw new OperatorError(
      `The browser ${executablePath} does not start; \`policypack doctor\` says what is missing`,
      { cause },
    )
  }
}
