import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** The folder of the checkout. */
export const root = fileURLToPath(new URL('../../', import.meta.url))

/**
 * Runs a program in the checkout; true when it succeeded. Its output goes to the error stream, so that the output of
 * `npm start` stays that of policypack.
 * @param {string} command
 * @param {readonly string[]} args
 */
export function run(command, args) {
  const { status } = spawnSync(command, args, {
    cwd: root,
    stdio: ['ignore', 2, 2],
    env: { ...process.env, PUPPETEER_SKIP_DOWNLOAD: '1', DEBIAN_FRONTEND: 'noninteractive' },
  })
  return status === 0
}

/**
 * Runs npm, the very one that runs this.
 * @param {readonly string[]} args
 */
export function runNpm(args) {
  const npm = process.env.npm_execpath
  if (npm) return run(process.execPath, [npm, ...args])
  // On Windows npm is a script that only a shell starts.
  return process.platform === 'win32' ? run('cmd.exe', ['/c', 'npm', ...args]) : run('npm', args)
}

/** @param {string} sentence */
export function say(sentence) {
  console.error(sentence)
}
