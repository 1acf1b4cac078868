import { OperatorError } from '../messages/operator-error.ts'
import type { BrowserChoice } from '../model/browser.ts'
import { findDownloaded } from './downloaded.mjs'
import { findInstalled, namedBrowser, OLDEST_VERSION, usable } from './installed.mjs'

/**
 * The browser to print with: the one that `PUPPETEER_EXECUTABLE_PATH` or `CHROME_PATH` names, else an installed Chrome,
 * Chromium or Edge, else the one that puppeteer downloaded. Throws an {@link OperatorError} when there is none.
 */
export async function findBrowser(): Promise<BrowserChoice> {
  const found = takeNamed() ?? findInstalled() ?? (await findDownloaded())
  if (!found)
    throw new OperatorError(
      `No Chrome, Chromium or Edge of version ${OLDEST_VERSION} or later is here; install one of them`,
    )
  // Chromium refuses to start its sandbox as root.
  return { ...found, sandbox: process.getuid?.() !== 0 }
}

function takeNamed(): ReturnType<typeof usable> {
  const named = namedBrowser()
  if (!named) return undefined
  const found = usable(named.path)
  if (!found)
    throw new OperatorError(
      `${named.variable} names \`${named.path}\`, which is no Chrome, Chromium or Edge of version ${OLDEST_VERSION} or later; correct the variable or remove it`,
    )
  return found
}
