#!/usr/bin/env node
// Starts policypack under any Node from 18 on, with one that is new enough: from the sources in a checkout, from the compiled files in a package.

import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { constants } from 'node:os'
import { fileURLToPath } from 'node:url'
import { keepCompiled } from './files/compile-cache.mjs'
import { chooseNode, OLDEST_NODE } from './setup/node.mjs'

const sources = new URL('./bin.ts', import.meta.url)
const program = existsSync(sources) ? sources : new URL('../dist/bin.js', import.meta.url)

const node = chooseNode()
keepCompiled()
if (!isInstalled())
  refuse('The packages that policypack is made of are not installed; run `npm start` first.')
else if (node === process.execPath) await import(program.href)
else if (node) runWith(node)
else
  refuse(
    `policypack needs Node.js ${OLDEST_NODE} or later, and this is ${process.versions.node}; install a newer one from https://nodejs.org.`,
  )

function isInstalled() {
  try {
    createRequire(import.meta.url).resolve('commander')
    return true
  } catch {
    return false
  }
}

/** @param {string} node */
function runWith(node) {
  const child = spawn(node, [fileURLToPath(program), ...process.argv.slice(2)], {
    stdio: 'inherit',
  })
  // A terminal sends Ctrl-C to both; the child decides when to end.
  process.on('SIGINT', () => {})
  process.on('SIGTERM', () => child.kill('SIGTERM'))
  child.on('error', ({ message }) =>
    refuse(
      `The Node.js that comes with policypack does not start here (${message}); install ${OLDEST_NODE} or later from https://nodejs.org.`,
    ),
  )
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? 128 + constants.signals[signal ?? 'SIGTERM']
  })
}

/** @param {string} sentence */
function refuse(sentence) {
  console.error(sentence)
  process.exitCode = 2
}
