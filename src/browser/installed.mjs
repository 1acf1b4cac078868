// Plain JavaScript without dependencies: `src/setup/` uses this before anything is installed.

import { execFileSync } from 'node:child_process'
import { accessSync, constants, readdirSync, statSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'

/**
 * First Chrome version that draws running headers in page margins.
 * @see https://developer.chrome.com/blog/print-margins
 */
export const OLDEST_VERSION = 131

/** Names of Chrome, Chromium and Edge on Linux, in the order of preference. */
const commands = [
  'google-chrome-stable',
  'google-chrome',
  'chromium',
  'chromium-browser',
  'microsoft-edge-stable',
  'microsoft-edge',
]

/** The folder in which puppeteer keeps the browsers that it downloads. No configuration of puppeteer is looked for: it may be code. */
export const downloads = process.env.PUPPETEER_CACHE_DIR ?? join(homedir(), '.cache', 'puppeteer')

/** Where each system keeps them. */
const places = {
  linux: () => [
    ...searchPath().flatMap((folder) => commands.map((command) => join(folder, command))),
    '/opt/google/chrome/chrome',
    '/opt/microsoft/msedge/msedge',
    '/snap/bin/chromium',
  ],
  darwin: () =>
    ['/Applications', join(homedir(), 'Applications')].flatMap((folder) =>
      ['Google Chrome', 'Chromium', 'Microsoft Edge'].map((name) =>
        join(folder, `${name}.app`, 'Contents', 'MacOS', name),
      ),
    ),
  win32: () =>
    [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA]
      .filter((folder) => folder !== undefined)
      .flatMap((folder) => [
        join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'),
        join(folder, 'Chromium', 'Application', 'chrome.exe'),
        join(folder, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
      ]),
}

/** @typedef {{ executablePath: string, version: string }} InstalledBrowser */

/**
 * The path in `PUPPETEER_EXECUTABLE_PATH` or `CHROME_PATH`, by which the user names the browser to take.
 * @returns {{ variable: string, path: string } | undefined}
 */
export function namedBrowser() {
  for (const variable of ['PUPPETEER_EXECUTABLE_PATH', 'CHROME_PATH']) {
    const path = process.env[variable]
    if (path) return { variable, path }
  }
  return undefined
}

/**
 * The first browser in the usual places of this system that starts and is new enough.
 * @returns {InstalledBrowser | undefined}
 */
export function findInstalled() {
  for (const path of usualPlaces()) {
    const browser = isProgram(path) ? usable(path) : undefined
    if (browser) return browser
  }
  return undefined
}

/** What is another when another browser, or another version of it, would be found: the programs and downloads that there are, and their times. */
export function stateOfBrowsers() {
  const named = namedBrowser()?.path
  const programs = [...(named ? [named] : []), ...usualPlaces()].filter(isProgram)
  return [...programs, join(downloads, 'chrome')].flatMap((path) => {
    const status = statSync(path, { throwIfNoEntry: false })
    return status ? [path, status.ino, status.size, status.mtimeMs, status.ctimeMs].join(' ') : []
  })
}

function usualPlaces() {
  const system =
    process.platform === 'win32' || process.platform === 'darwin' ? process.platform : 'linux'
  return [...new Set(places[system]())]
}

/**
 * The browser at this path, when it starts and is new enough.
 * @param {string} executablePath
 * @returns {InstalledBrowser | undefined}
 */
export function usable(executablePath) {
  const version = versionOf(executablePath)
  const major = Number(version?.match(/(\d+)\./)?.[1])
  return version !== undefined && major >= OLDEST_VERSION ? { executablePath, version } : undefined
}

/**
 * @param {string} path
 * @returns {string | undefined}
 */
function versionOf(path) {
  try {
    if (process.platform === 'win32') return windowsVersion(path)
    const text = execFileSync(path, ['--version'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      timeout: 20_000,
    })
    return text.match(/[A-Z][A-Za-z ]*? \d+(\.\d+)+/)?.[0]
  } catch {
    return undefined
  }
}

/**
 * On Windows `--version` opens a window; the version is the name of a folder beside the program, or above it where
 * puppeteer downloaded it.
 * @param {string} path
 */
function windowsVersion(path) {
  const pattern = /\d+\.\d+\.\d+\.\d+/
  const beside = readdirSync(dirname(path)).find((name) => pattern.test(name))
  const number = (beside ?? path).match(pattern)?.[0]
  return number === undefined ? undefined : `${/msedge/i.test(path) ? 'Edge' : 'Chrome'} ${number}`
}

/** @param {string} path */
function isProgram(path) {
  try {
    accessSync(path, constants.X_OK)
    return statSync(path).isFile()
  } catch {
    return false
  }
}

function searchPath() {
  return (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '')
}
