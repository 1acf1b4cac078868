import { basename } from 'node:path'
import { canonicalJson, sha256Hex } from '../../contracts/hash.ts'
import type { Project } from '../../model/project.ts'

/** SHA-256 over all that a build was made from, wherever the files lie. */
export function hashOfInputs(project: Project): string {
  const { configFile, sources, catalogue, templates, logo, pictures = [] } = project
  const { layouts, styles, assets, formFont } = templates
  return sha256Hex(
    canonicalJson({
      config: String(configFile),
      sources: sources.map(({ file }) => [basename(file.path), String(file)]),
      catalogue,
      layouts: Object.entries(layouts).map(([name, file]) => [name, String(file)]),
      styles,
      assets: [...assets, ...(logo ? [logo] : []), ...pictures].map(({ path, bytes }) => [
        path,
        sha256Hex(bytes),
      ]),
      formFont: sha256Hex(formFont),
    }),
  )
}
