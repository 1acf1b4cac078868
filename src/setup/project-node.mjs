import { isNewEnough, packagedNode } from './packaged-node.mjs'

/** Node as the lock file has it; the one that runs this where that could not be installed. */
export function projectNode() {
  return packagedNode() ?? process.execPath
}

/** False when all that is left is a Node that is too old for policypack. */
export function hasNode() {
  return packagedNode() !== undefined || isNewEnough(process.versions.node)
}
