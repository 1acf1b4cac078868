#!/usr/bin/env node
// Starts policypack under any Node from 18 on: from the sources in a checkout, from the compiled files in a package.

import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { constants } from 'node:os'
import { fileURLToPath } from 'node:url'

const OLDEST_NODE = [22, 18]

const sources = new URL('./bin.ts', import.meta.url)
const program = existsSync(sources) ? sources : new URL('../dist/bin.js', import.meta.url)

if (isNewEnough(process.versions.node)) {
  if (isInstalled()) await import(program.href)
  else refuse('The packages that policypack is made of are not installed; run `npm start` first.')
} else {
  const node = projectNode()
  if (node) runWith(node)
  else
    refuse(
      `policypack needs Node.js ${OLDEST_NODE.join('.')} or later, and this is ${process.versions.node}; install a newer one from https://nodejs.org, or run \`npm install --save-dev node@24\` here.`,
    )
}

/** @param {string} version */
function isNewEnough(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  const [oldestMajor = 0, oldestMinor = 0] = OLDEST_NODE
  return major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)
}

function isInstalled() {
  return modulesFolders().some((folder) => existsSync(new URL('commander/', folder)))
}

/** The npm package `node`, in a checkout or beside the installed package. */
function projectNode() {
  const name = process.platform === 'win32' ? 'node.exe' : 'node'
  return modulesFolders()
    .map((folder) => fileURLToPath(new URL(`node/bin/${name}`, folder)))
    .find((path) => existsSync(path))
}

function modulesFolders() {
  return ['../node_modules/', '../../'].map((path) => new URL(path, import.meta.url))
}

/** @param {string} node */
function runWith(node) {
  const child = spawn(node, [fileURLToPath(program), ...process.argv.slice(2)], {
    stdio: 'inherit',
  })
  // A terminal sends Ctrl-C to both; the child decides when to end.
  process.on('SIGINT', () => {})
  process.on('SIGTERM', () => child.kill('SIGTERM'))
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? 128 + constants.signals[signal ?? 'SIGTERM']
  })
}

/** @param {string} sentence */
function refuse(sentence) {
  console.error(sentence)
  process.exitCode = 2
}
