import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { OLDEST_NODE, packagedNode } from '../../src/setup/node.mjs'
import { makeFolder } from '../support/project-copy.ts'

const root = join(import.meta.dirname, '../..')
const packaged = packagedNode()

test('needs the Node that the package asks for', () => {
  const { engines } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  expect(engines.node).toBe(`>=${OLDEST_NODE}`)
})

test('doctor says which Node runs and where it comes from', () => {
  const { stdout } = doctor(process.execPath)
  const origin =
    process.execPath === packaged ? 'which came with policypack' : 'the one of this machine'
  expect(stdout).toContain(
    `ok       Node.js        ${process.versions.node}, ${origin} (${process.execPath})\n`,
  )
})

// npm puts the packaged Node first in the search path, so that it starts the program even where the machine has a newer one.
test.skipIf(!packaged || process.platform === 'win32').each([
  { version: '26.1.0', runsOn: 'own' },
  { version: '22.18.0', runsOn: 'own' },
  { version: '22.17.1', runsOn: 'packaged' },
  { version: '20.20.2', runsOn: 'packaged' },
])('under npm on Node $version it runs on the $runsOn one', ({ version, runsOn }) => {
  const own = ownNode()
  const { status, stdout } = doctor(packaged!, {
    npm_node_execpath: own.path,
    npm_config_user_agent: `npm/11.0.0 node/v${version} linux x64 workspaces/false`,
  })
  expect(status).toBe(0)
  expect(stdout).toMatch(/^ok {7}Node\.js/)
  expect(own.wasRun() ? 'own' : 'packaged').toBe(runsOn)
})

/** A Node that notes that it was run. */
function ownNode() {
  const folder = makeFolder({
    node: `#!/bin/sh\ntouch "$(dirname "$0")/run"\nexec "${process.execPath}" "$@"\n`,
  })
  const path = join(folder, 'node')
  chmodSync(path, 0o755)
  return { path, wasRun: () => existsSync(join(folder, 'run')) }
}

function doctor(node: string, env: NodeJS.ProcessEnv = {}) {
  const { npm_node_execpath: _, ...inherited } = process.env
  return spawnSync(node, [join(root, 'src/policypack.mjs'), 'doctor'], {
    cwd: root,
    env: { ...inherited, ...env },
    encoding: 'utf8',
  })
}
