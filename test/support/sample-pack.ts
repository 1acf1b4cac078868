import { copyFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { build } from '../../src/index.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Folder of the sample organisation's pack, built once for all tests. */
    samplePack: string
  }
}

/** Builds the sample pack before the first test; gives what removes it after the last. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'policypack-sample-'))
  const config = join(folder, 'org.config.json')
  await copyFile(join(import.meta.dirname, '../../org.config.json'), config)
  const result = await build({ config })
  if (!result.ok) throw new Error(JSON.stringify(result.messages, null, 2))
  project.provide('samplePack', result.out)
  return () => rm(folder, { recursive: true, force: true })
}
