import { cpSync, existsSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { BuildOptions } from '../../src/index.ts'

/** The day on which tests build, so that no review becomes overdue as the years go by. */
const day = new Date('2026-11-22')

/** A project that a test may build: what a build writes lies beside it and not beside the fixture. */
export interface ProjectCopy {
  readonly folder: string
  readonly options: BuildOptions & { readonly out: string }
}

/** Copies a project to a folder of its own. One with documents stands alone; one without takes the ones of the package. */
export function copyProject(project: string): ProjectCopy {
  const folder = makeFolder()
  cpSync(project, folder, { recursive: true })
  const content = join(folder, 'content')
  return {
    folder,
    options: {
      config: join(folder, 'org.config.json'),
      out: join(folder, 'out'),
      date: day,
      ...(existsSync(content) && { contentFolders: [content] }),
    },
  }
}

/** A folder for one test with files by their path, mostly none; it goes when the test file is done. */
export function makeFolder(files: Readonly<Record<string, string | Uint8Array>> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'in-'))
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), content)
  }
  return folder
}
