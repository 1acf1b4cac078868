import { downloads, usable } from './installed.mjs'

/**
 * The browser that was downloaded, when it starts and is new enough: on a bare Linux it lacks libraries.
 * @returns {Promise<import('./installed.mjs').InstalledBrowser | undefined>}
 */
export async function findDownloaded() {
  // Loaded only here: it takes longer than looking for a browser of the system.
  const { getInstalledBrowsers } = await import('@puppeteer/browsers')
  const found = await getInstalledBrowsers({ cacheDir: downloads })
  return found
    .filter(({ browser }) => browser === 'chrome')
    .toSorted((a, b) => b.buildId.localeCompare(a.buildId, 'en', { numeric: true }))
    .map(({ executablePath }) => usable(executablePath))
    .find((browser) => browser !== undefined)
}

/** Downloads the Chrome that puppeteer was made for. Throws when that fails. */
export async function download() {
  const [{ install, Browser }, { PUPPETEER_REVISIONS }] = await Promise.all([
    import('@puppeteer/browsers'),
    import('puppeteer-core/internal/revisions.js'),
  ])
  await install({
    browser: Browser.CHROME,
    buildId: PUPPETEER_REVISIONS.chrome,
    cacheDir: downloads,
  })
}
