import { existsSync } from 'node:fs'
import { copyFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { inject } from 'vitest'
import { withLock } from '../../src/files/lock.ts'
import { build } from '../../src/index.ts'

/** Folder of the sample organisation's pack, built by the first test file that asks for it and then the same for all. */
export async function samplePack(): Promise<string> {
  const folder = inject('sampleFolder')
  const built = join(folder, 'built')
  if (!existsSync(built))
    await withLock(join(folder, 'lock'), 'Another test builds the sample pack', async () => {
      if (existsSync(built)) return
      const config = join(folder, 'org.config.json')
      await copyFile(join(import.meta.dirname, '../../org.config.json'), config)
      const result = await build({ config })
      if (!result.ok) throw new Error(JSON.stringify(result.messages, null, 2))
      await writeFile(built, '')
    })
  return join(folder, 'out')
}
