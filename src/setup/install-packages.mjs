import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { hasNode } from './project-node.mjs'
import { root, runNpm, say } from './run.mjs'

/** Installs the packages when they are missing or not those of the lock file; false when that fails. */
export function installPackages() {
  if (!areInstalled()) {
    say('Installing the packages that policypack is made of; this takes a minute or two …')
    if (!runNpm(['ci', '--no-audit', '--no-fund', '--loglevel=error']) || !areInstalled()) {
      say(
        'The packages could not be installed: see what npm says above, check the network, and run the command again.',
      )
      return false
    }
  }
  if (hasNode()) return true
  say(
    `policypack needs Node.js 22.18 or later, and this is ${process.versions.node}; install a newer one from https://nodejs.org and run the command again.`,
  )
  return false
}

function areInstalled() {
  const wanted = packagesIn('package-lock.json')
  const present = packagesIn(join('node_modules', '.package-lock.json'))
  if (!wanted || !present) return false
  return Object.entries(wanted).every(([path, { version, optional, devOptional }]) => {
    const found = present[path]
    // Optional packages are those of other systems.
    return path === '' || (found ? found.version === version : optional || devOptional)
  })
}

/**
 * @param {string} name
 * @returns {Record<string, { version?: string, optional?: boolean, devOptional?: boolean }> | undefined}
 */
function packagesIn(name) {
  try {
    return JSON.parse(readFileSync(join(root, name), 'utf8')).packages
  } catch {
    return undefined
  }
}
