import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { parse } from 'node:path'
import { VFile } from 'vfile'
import * as z from 'zod'
import type { Asset, Templates } from '../../src/model/project.ts'

const folder = new URL('../../templates/', import.meta.url)
const FontList = z.array(
  z.object({ from: z.string(), to: z.string(), whenUsed: z.boolean().optional() }),
)

/** The templates of the package, as the load stage gives them. */
export const templates: Templates = {
  layouts: Object.fromEntries(
    Object.entries(texts('.hbs')).map(([name, value]) => [
      name,
      new VFile({ path: `templates/${name}.hbs`, value }),
    ]),
  ),
  styles: texts('.css'),
  assets: fonts(),
  formFont: readFileSync(new URL('form-font/noto-sans.ttf', folder)),
  codeWriter: readFileSync(
    createRequire(import.meta.url).resolve('zxing-wasm/writer/zxing_writer.wasm'),
  ),
}

function texts(ending: string): Record<string, string> {
  const names = readdirSync(folder).filter((name) => name.endsWith(ending))
  return Object.fromEntries(
    names.map((name) => [parse(name).name, readFileSync(new URL(name, folder), 'utf8')]),
  )
}

function fonts(): Asset[] {
  const list = FontList.parse(JSON.parse(readFileSync(new URL('fonts.json', folder), 'utf8')))
  const { resolve } = createRequire(import.meta.url)
  return list.map(({ from, to, whenUsed = false }) => ({
    path: to,
    whenUsed,
    bytes: readFileSync(from.startsWith('./') ? new URL(from, folder) : resolve(from)),
  }))
}
