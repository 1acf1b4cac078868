import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { chooseNode, OLDEST_NODE } from './node.mjs'
import { root, runNpm, say } from './run.mjs'

/**
 * Installs the packages when they are missing or not those of the lock file; false when that fails.
 * @param {{ development: boolean }} purpose whether the tools that test policypack are to be there as well
 */
export function installPackages(purpose) {
  if (!isAllHere(purpose)) {
    say('Installing the packages that policypack is made of; this takes a minute or two …')
    const quiet = ['--no-audit', '--no-fund', '--loglevel=error']
    if (!runNpm(['ci', ...quiet, ...selection(purpose)]) || !areInstalled(purpose)) {
      say(
        'The packages could not be installed: see what npm says above, check the network, and run the command again.',
      )
      return false
    }
  }
  if (chooseNode()) return true
  say(
    `policypack needs Node.js ${OLDEST_NODE} or later, and this is ${process.versions.node}; install a newer one from https://nodejs.org and run the command again.`,
  )
  return false
}

/**
 * What npm is to install. Optional packages are programs, of which npm takes those for this system: what bundles the scripts of
 * pages, and a Node, which comes along unused where the machine's own is new enough.
 * @param {{ development: boolean }} purpose
 */
function selection({ development }) {
  return [development ? '--include=dev' : '--omit=dev', '--include=optional']
}

/** @param {{ development: boolean }} purpose */
function isAllHere(purpose) {
  return areInstalled(purpose) && chooseNode() !== undefined
}

/** @param {{ development: boolean }} purpose */
function areInstalled({ development }) {
  const wanted = packagesIn('package-lock.json')
  const present = packagesIn(join('node_modules', '.package-lock.json'))
  if (!wanted || !present) return false
  return Object.entries(wanted).every(([path, { version, optional, devOptional, dev }]) => {
    const found = present[path]
    // Optional packages are those of other systems.
    const isNeeded = !optional && !devOptional && (development || !dev)
    return path === '' || (found ? found.version === version : !isNeeded)
  })
}

/**
 * @param {string} name
 * @returns {Record<string, { version?: string, dev?: boolean, optional?: boolean, devOptional?: boolean }> | undefined}
 */
function packagesIn(name) {
  try {
    return JSON.parse(readFileSync(join(root, name), 'utf8')).packages
  } catch {
    return undefined
  }
}
