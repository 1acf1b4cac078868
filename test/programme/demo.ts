import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { copyFile, mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { cli } from '../../src/cli.ts'
import { build } from '../../src/index.ts'
import { makeSampleProgramme } from './sample/make.ts'
import { LAST_DAY } from './sample/year.ts'

// `npm run demo`: the sample programme with its pack and its pages, in the folder `demo`, which opens in the browser.
const root = join(import.meta.dirname, '../..')
const folder = join(root, 'demo')
const config = join(folder, 'org.config.json')
await mkdir(folder, { recursive: true })
for (const made of ['records', 'programme', 'completed'])
  await rm(join(folder, made), { recursive: true, force: true })
await copyFile(join(root, 'org.config.json'), config)
if (!existsSync(join(folder, 'out', 'index.html'))) {
  console.log('Building the pack of the sample organisation …')
  const { ok, messages } = await build({ config, combined: false })
  if (!ok) throw new Error(JSON.stringify(messages, null, 2))
}
console.log('Importing a year of completed forms …')
await makeSampleProgramme({ folder, forms: join(folder, 'out', 'forms') })
process.exitCode = await cli(['programme', '--config', config, '--on', LAST_DAY])
if (process.exitCode === 0 && process.stdout.isTTY) open(join(folder, 'programme', 'index.html'))

/** Where nothing opens files, the line above says which it is. */
function open(page: string): void {
  const [command, ...words] = { darwin: ['open'], win32: ['explorer'] }[
    process.platform as string
  ] ?? ['xdg-open']
  spawn(command!, [...words, page], { detached: true, stdio: 'ignore' })
    .on('error', () => undefined)
    .unref()
}
