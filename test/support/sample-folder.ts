import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { bundle } from '../../src/setup/bundle.mjs'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Folder for the pack of the sample organisation, empty until a test asks for it. */
    sampleFolder: string
  }
}

/** Makes the folder before the first test; gives what removes it after the last. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await bundle()
  const folder = await mkdtemp(join(tmpdir(), 'policypack-sample-'))
  project.provide('sampleFolder', folder)
  return () => rm(folder, { recursive: true, force: true })
}
