import { spawnSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findInstalled, namedBrowser, OLDEST_VERSION, usable } from '../browser/installed.mjs'
import { chooseNode } from './node.mjs'
import { run, say } from './run.mjs'

/** Makes sure that there is a browser to print with; false when there is none and none could be had. */
export function installBrowser() {
  const named = namedBrowser()
  if (named) return usable(named.path) !== undefined || refuse(named)
  if (findInstalled() || hasDownloaded()) return true
  return download() || installWithSystem()
}

/** @param {{ variable: string, path: string }} named */
function refuse({ variable, path }) {
  say(
    `${variable} names \`${path}\`, which is no Chrome, Chromium or Edge of version ${OLDEST_VERSION} or later; correct the variable or remove it.`,
  )
  return false
}

/** Whether there is one that was downloaded and starts here. */
function hasDownloaded() {
  return downloaded('find').status === 0
}

function download() {
  say('No browser to print with is installed; downloading Chrome (about 180 MB) …')
  const { status, stdout, stderr } = downloaded('download')
  if (status === 0 && hasDownloaded()) return true
  const reason = `${stdout}\n${stderr}`.match(/(?:Provider|Error): (?!All providers)(.+)/)?.[1]
  say(
    `That did not work (${status === 0 ? 'the browser does not start here' : (reason ?? 'no reason given')}).`,
  )
  return false
}

/**
 * Looks for a browser that was downloaded, or downloads one.
 * @param {'find' | 'download'} order
 */
function downloaded(order) {
  const program = fileURLToPath(new URL('downloaded-browser.mjs', import.meta.url))
  return spawnSync(chooseNode() ?? process.execPath, [program, order], {
    encoding: 'utf8',
    stdio: 'pipe',
  })
}

/** How each system installs a browser. Only Homebrew does without root. */
const systems = [
  {
    command: 'apt-get',
    root: true,
    steps: [
      ['apt-get', 'update'],
      ['apt-get', 'install', '--yes', '--no-install-recommends', 'chromium'],
    ],
  },
  { command: 'dnf', root: true, steps: [['dnf', 'install', '--assumeyes', 'chromium']] },
  { command: 'pacman', root: true, steps: [['pacman', '-S', '--noconfirm', 'chromium']] },
  { command: 'brew', root: false, steps: [['brew', 'install', '--cask', 'google-chrome']] },
]

function installWithSystem() {
  const system = systems.find(({ command }) => isOnPath(command))
  if (!system) {
    say(
      'Install Chrome (https://www.google.com/chrome), Chromium or Edge and run the command again.',
    )
    return false
  }
  const asRoot = process.getuid?.() === 0
  if (system.root && !asRoot) {
    say(
      `Run \`${system.steps.map((step) => `sudo ${step.join(' ')}`).join(' && ')}\`, then the command again.`,
    )
    return false
  }
  say(`Installing one with ${system.command} …`)
  const done = system.steps.every(([command = '', ...args]) => run(command, args))
  if (done && findInstalled()) return true
  say(
    `${system.command} could not install a browser; install Chrome, Chromium or Edge and run the command again.`,
  )
  return false
}

/** @param {string} command */
function isOnPath(command) {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, command), constants.X_OK)
      return true
    } catch {
      return false
    }
  })
}
