// Bundles what runs in the pages of a pack, from the sources into `bundles/`: one classic script for each page, since pages also run
// from the disk, where browsers load no modules.

import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = fileURLToPath(new URL('../../', import.meta.url))
const outdir = join(root, 'bundles')
/** What runs in each page, in those of forms, in the one that reads completed forms and in its workers, and in the one to key paper. */
const entries = {
  site: 'src/web/site.ts',
  form: 'src/web/form.ts',
  import: 'src/web/import.ts',
  reader: 'src/web/import/reader.ts',
  keying: 'src/web/keying.ts',
}
/** What the workers load when they find a digital signature, and the variable that it leaves. */
const cryptography = {
  entryPoints: { cryptography: 'src/forms/signatures/cryptography.ts' },
  globalName: 'policypackCryptography',
}
const names = [...Object.keys(entries), 'cryptography']
/** The files that the last bundles were made of. */
const list = join(root, 'bundles/inputs.json')

/** Bundles anew where a source is newer than a bundle; the same sources give the same bytes. */
export async function bundle() {
  if (isFresh()) return
  const { build } = await import('esbuild')
  /** @type {import('esbuild').BuildOptions & { metafile: true; write: false }} */
  const options = {
    absWorkingDir: root,
    outdir,
    bundle: true,
    minify: true,
    charset: 'utf8',
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
    legalComments: 'none',
    metafile: true,
    write: false,
    logLevel: 'warning',
  }
  const results = await Promise.all([
    build({ ...options, entryPoints: entries, plugins: [givenCryptography] }),
    build({ ...options, ...cryptography }),
  ])
  const inputs = results.flatMap(({ metafile }) => Object.keys(metafile.inputs))
  mkdirSync(outdir, { recursive: true })
  writeFileSync(list, JSON.stringify([...new Set(inputs)].sort()))
  for (const { outputFiles } of results)
    for (const { path, contents } of outputFiles) writeFileSync(path, contents)
}

/**
 * The workers have no cryptography of their own.
 * @type {import('esbuild').Plugin}
 */
const givenCryptography = {
  name: 'given-cryptography',
  setup({ onResolve }) {
    onResolve({ filter: /\/cryptography\.ts$/ }, ({ kind }) =>
      kind === 'dynamic-import'
        ? { path: join(root, 'src/web/import/given-cryptography.ts') }
        : undefined,
    )
  },
}

function isFresh() {
  try {
    const times = names.map((name) => statSync(join(outdir, `${name}.js`)).mtimeMs)
    const inputs = /** @type {string[]} */ (JSON.parse(readFileSync(list, 'utf8')))
    return inputs.every((path) => statSync(join(root, path)).mtimeMs < Math.min(...times))
  } catch {
    return false
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await bundle()
