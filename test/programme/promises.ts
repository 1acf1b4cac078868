import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const docs = readFileSync(join(import.meta.dirname, '../../docs/programme.md'), 'utf8')

/** What the pack promises, by the table of the documentation: places such as `#now` are on `index.html`. */
export const promises = [...docs.matchAll(/^\| (\d+) \| [^|]+ \| (.+) \|$/gm)].map(
  ([, row, where = '']) => ({
    row: Number(row),
    places: [...where.matchAll(/`([\w.]*)#(\w+)`/g)].map(
      ([, page, anchor = '']) => [page || 'index.html', anchor] as const,
    ),
  }),
)
