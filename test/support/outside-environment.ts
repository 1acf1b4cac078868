import { realpathSync } from 'node:fs'
import { delimiter, join } from 'node:path'

const root = join(import.meta.dirname, '../..')

/** The environment without what npm and the checkout have put there. */
export function outsideEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !/^(npm_|INIT_CWD|NODE)/i.test(name))
  const path = (process.env.PATH ?? '')
    .split(delimiter)
    .filter((entry) => !entry.includes('node_modules') || !entry.startsWith(realpathSync(root)))
  return { ...Object.fromEntries(kept), PATH: path.join(delimiter), PUPPETEER_SKIP_DOWNLOAD: '1' }
}
