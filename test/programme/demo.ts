import { existsSync } from 'node:fs'
import { copyFile, mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { cli } from '../../src/cli.ts'
import { build } from '../../src/index.ts'
import { makeSampleProgramme } from './sample/make.ts'
import { LAST_DAY } from './sample/year.ts'

// `npm run demo`: the sample programme with its pack and its pages, in the folder `demo`.
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
