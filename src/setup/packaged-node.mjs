import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'

/** The oldest Node that policypack runs on: major and minor version. */
export const OLDEST_NODE = [22, 18]

/** @param {string} version */
export function isNewEnough(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  const [oldestMajor = 0, oldestMinor = 0] = OLDEST_NODE
  return major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)
}

/**
 * The Node that comes along as a package, one for each system; undefined where there is none. These packages hold the
 * program itself, so that it is there even where npm may not run their install scripts.
 */
export function packagedNode() {
  const system = process.platform === 'win32' ? 'win' : process.platform
  const program = process.platform === 'win32' ? 'node.exe' : 'node'
  const { resolve } = createRequire(import.meta.url)
  for (const prefix of ['node', 'node-bin']) {
    try {
      const path = resolve(`${prefix}-${system}-${process.arch}/bin/${program}`)
      if (existsSync(path)) return path
    } catch {
      // Not installed here.
    }
  }
  return undefined
}
