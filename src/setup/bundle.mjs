// Bundles what runs in the pages of a pack, from the sources into `bundles/`: one classic script for each page, since pages also run
// from the disk, where browsers load no modules.

import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = fileURLToPath(new URL('../../', import.meta.url))
const outdir = join(root, 'bundles')
/** What runs in each page, and in those of forms. */
const entries = ['site', 'form']
/** The files that the last bundles were made of. */
const list = join(root, 'bundles/inputs.json')

/** Bundles anew where a source is newer than a bundle; the same sources give the same bytes. */
export async function bundle() {
  if (isFresh()) return
  const { build } = await import('esbuild')
  const { metafile, outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: entries.map((name) => `src/web/${name}.ts`),
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
  })
  mkdirSync(outdir, { recursive: true })
  writeFileSync(list, JSON.stringify(Object.keys(metafile.inputs).sort()))
  for (const { path, contents } of outputFiles) writeFileSync(path, contents)
}

function isFresh() {
  try {
    const times = entries.map((name) => statSync(join(outdir, `${name}.js`)).mtimeMs)
    const inputs = /** @type {string[]} */ (JSON.parse(readFileSync(list, 'utf8')))
    return inputs.every((path) => statSync(join(root, path)).mtimeMs < Math.min(...times))
  } catch {
    return false
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await bundle()
