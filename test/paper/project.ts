import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { KeyedAnswers } from '../../src/contracts/keying.ts'
import { type ImportOptions, type ImportResult, importForms } from '../../src/index.ts'
import { makeFolder } from '../support/project-copy.ts'
import { fillIn, printPages } from './completed.ts'
import type { PackForm } from './reader.ts'
import { type Scanner, type Shot, scan } from './scan.ts'

export const office: Scanner = {
  ...{ name: 'office', dpi: 150, depth: 'gray', jpeg: 70, noise: 3, skew: 0.8 },
}

/** The pages of a form that somebody filled in, as pictures; the same sheets once more by another seed of the scanner. */
export async function picturesOf(
  form: PackForm,
  seed: number,
  scannerSeed = seed,
): Promise<Shot[]> {
  const printed = await printPages(form.pdf)
  const { pages } = fillIn(printed, form.definition, { pen: 'black', habit: 'tick' }, seed)
  return Promise.all(pages.map((page, index) => scan(page, office, scannerSeed + index)))
}

/** A project of an organisation into which forms on paper are imported. */
export class PaperProject {
  readonly #pack: string
  readonly folder = makeFolder({
    'org.config.json': '{"organisation": {"name": "Larkspur Lantern Cooperative"}}',
    'in/holiday.txt': '',
  })
  readonly records = join(this.folder, 'records')

  constructor(pack: string) {
    this.#pack = pack
  }

  readonly path = (name: string): string => join(this.folder, 'in', name)

  put(name: string, bytes: Uint8Array | string): string {
    const path = this.path(name)
    writeFileSync(path, bytes)
    return path
  }

  key(answers: KeyedAnswers, name = 'forms.keyed.json'): string {
    return this.put(name, JSON.stringify(answers))
  }

  async import(
    paths: readonly string[] = [join(this.folder, 'in')],
    options: Partial<ImportOptions> = {},
  ) {
    const results: ImportResult[] = []
    const summary = await importForms({
      paths,
      config: join(this.folder, 'org.config.json'),
      forms: join(this.#pack, 'forms'),
      // Where many tests run at once, a page takes its time.
      limits: { maxMs: 120_000 },
      ...options,
      onResult: (result) => results.push(result),
    })
    const told = [...results.flatMap(({ messages }) => messages), ...summary.messages]
    return {
      ...summary,
      results,
      told: told.map(({ rule }) => rule).filter((rule) => rule !== 'file-left-out'),
    }
  }

  /** What is kept of a form, by the folders in it. */
  kept(form: string): Record<string, string[]> {
    const folder = join(this.records, form)
    if (!existsSync(folder)) return {}
    const entries = readdirSync(folder, { withFileTypes: true })
    return Object.fromEntries([
      ['', entries.filter((one) => one.isFile()).map(({ name }) => name)],
      ...entries
        .filter((one) => one.isDirectory())
        .map(({ name }) => [name, readdirSync(join(folder, name))]),
    ])
  }
}
