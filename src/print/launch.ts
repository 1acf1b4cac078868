import puppeteer, { type Browser } from 'puppeteer'
import type { BrowserChoice } from '../model/browser.ts'

const args = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--no-first-run',
]

/** Starts the browser. It ends with this process, also when that is interrupted. */
export async function launch({ executablePath, sandbox }: BrowserChoice): Promise<Browser> {
  try {
    return await puppeteer.launch({
      executablePath,
      args: sandbox ? args : [...args, '--no-sandbox'],
    })
  } catch (cause) {
    throw new Error(
      `The browser ${executablePath} does not start; \`policypack doctor\` says what is missing`,
      { cause },
    )
  }
}
