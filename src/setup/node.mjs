import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'

/** The oldest Node that policypack runs on: major and minor version. */
export const OLDEST_NODE = '22.18'

/** @param {string} version */
export function isNewEnough(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  const [oldestMajor = 0, oldestMinor = 0] = OLDEST_NODE.split('.').map(Number)
  return major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)
}

/**
 * Path of the Node to run policypack with: the machine's own where it is new enough, else the one that comes along;
 * undefined where there is neither.
 */
export function chooseNode() {
  return ownNode() ?? packagedNode()
}

/** Path of the machine's own Node; undefined where it is too old. */
function ownNode() {
  if (process.execPath !== packagedNode())
    return isNewEnough(process.versions.node) ? process.execPath : undefined
  // npm puts what comes along before the machine's own in the search path, and says which Node it runs on itself.
  const { npm_node_execpath: path, npm_config_user_agent: agent = '' } = process.env
  const [, version = ''] = /\bnode\/v([\d.]+)/.exec(agent) ?? []
  return path && existsSync(path) && isNewEnough(version) ? path : undefined
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
