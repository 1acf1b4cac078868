import puppeteer, { type Browser } from 'puppeteer-core'
import { OperatorError } from '../../messages/operator-error.ts'
import type { BrowserChoice } from '../../model/browser.ts'

/** What the browser does of itself on a network; there is nothing that it needs one for. */
const away = [
  'AutofillServerCommunication',
  'CertificateTransparencyComponentUpdater',
  'DialMediaRouteProvider',
  'InterestFeedContentSuggestions',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PrefetchPrivacyChanges',
  'Translate',
]

const switches = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--disable-quic',
  '--disable-sync',
  '--no-first-run',
  '--no-pings',
  // No name is looked up and no address is reached, whoever asks for it: the pages come from memory.
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--dns-prefetch-disable',
  '--no-proxy-server',
]

/**
 * Starts the browser; it ends with this process, also when that is killed, since it is driven through a pipe: no other program can
 * reach it, and the end of the pipe is its own; `ending` ends it as well. Where the caller hears of interruptions of this process, it
 * ends by `ending` alone, and this process goes on. `profile` is an empty folder for what it keeps while it runs. Throws an
 * {@link OperatorError} when it does not start.
 */
export async function launch(
  { executablePath, sandbox }: BrowserChoice,
  profile: string,
  ending?: AbortSignal,
  isHeardElsewhere = false,
): Promise<Browser> {
  try {
    return await puppeteer.launch({
      executablePath,
      pipe: true,
      userDataDir: profile,
      args: [
        ...switches,
        `--disable-features=${away.join()}`,
        ...(sandbox ? [] : ['--no-sandbox']),
      ],
      // Puppeteer would end this process at once, before what is temporary is removed.
      ...(ending && { signal: ending }),
      ...(isHeardElsewhere && { handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false }),
    })
  } catch (cause) {
    throw new OperatorError(
      `The browser ${executablePath} does not start; \`policypack doctor\` says what is missing`,
      { cause },
    )
  }
}
