import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './run.mjs'

const OLDEST = [22, 18]

/** Node as the lock file has it; the one that runs this where that could not be installed. */
export function projectNode() {
  const program = process.platform === 'win32' ? 'node.exe' : 'node'
  const path = join(root, 'node_modules', 'node', 'bin', program)
  return existsSync(path) ? path : process.execPath
}

/** False when all that is left is a Node that is too old for policypack. */
export function hasNode() {
  if (projectNode() !== process.execPath) return true
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  const [oldestMajor = 0, oldestMinor = 0] = OLDEST
  return major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)
}
