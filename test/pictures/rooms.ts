import { globSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

// Draws which part of `src` imports which: `node test/pictures/rooms.ts [checkout] [picture]`. Each part stands above all that it
// imports; the width of an arrow tells how many imports there are.

const BOX = { width: 124, height: 44, gapX: 16, gapY: 64 }

const [
  checkout = join(import.meta.dirname, '../..'),
  picture = join(checkout, 'docs/pictures/rooms.svg'),
] = process.argv.slice(2)

const modules = globSync('src/**/*.{ts,mjs}', { cwd: checkout })
const lines = new Map<string, number>()
const arrows = new Map<string, number>()
for (const module of modules) {
  const text = readFileSync(join(checkout, module), 'utf8')
  const from = partOf(module)
  lines.set(from, (lines.get(from) ?? 0) + text.split('\n').length - 1)
  const code = text.replace(/\/\*\*[\s\S]*?\*\//g, '')
  for (const [, name = ''] of code.matchAll(/(?:\bfrom|\bimport\(|^import) ?'(\.[^']+)'/gm)) {
    const to = partOf(join(module, '..', name))
    if (to !== from) arrows.set(`${from} ${to}`, (arrows.get(`${from} ${to}`) ?? 0) + 1)
  }
}
const imports = Map.groupBy(
  [...arrows.keys()].map((key) => key.split(' ') as [string, string]),
  ([from]) => from,
)
const rows = Map.groupBy([...lines.keys()].sort(), (part) => levelOf(part))
const highest = Math.max(...rows.keys())
const columns = Math.max(...[...rows.values()].map(({ length }) => length))
const width = Math.max(800, columns * (BOX.width + BOX.gapX) + BOX.gapX)
const height = (highest + 1) * (BOX.height + BOX.gapY)

writeFileSync(
  picture,
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="13">
<title>Which part of src imports which</title>
<rect width="100%" height="100%" fill="#fff"/>
${[...arrows].map(arrow).join('\n')}
${[...lines].map(box).join('\n')}
</svg>
`,
)

/** The folder or file in `src` that a module belongs to. */
function partOf(module: string): string {
  return module.replaceAll('\\', '/').split('/')[1] ?? ''
}

/** How many steps of imports there are below a part; a circle counts once. */
function levelOf(part: string, above: readonly string[] = []): number {
  const below = (imports.get(part) ?? []).map(([, to]) => to).filter((to) => !above.includes(to))
  return below.length === 0 ? 0 : 1 + Math.max(...below.map((to) => levelOf(to, [...above, part])))
}

function placeOf(part: string): { x: number; y: number } {
  const level = levelOf(part)
  const row = rows.get(level) ?? []
  const space = width / row.length
  return {
    x: Math.round(space * (row.indexOf(part) + 0.5)),
    y: (highest - level) * (BOX.height + BOX.gapY) + BOX.gapY / 2,
  }
}

function arrow([key, count]: [string, number]): string {
  const [from = '', to = ''] = key.split(' ')
  const [a, b] = [placeOf(from), placeOf(to)]
  const [start, end] = [a.y + BOX.height, b.y]
  const bend = (end - start) / 2
  const size = 1 + Math.log2(count) / 2
  return `<path d="M${a.x} ${start}C${a.x} ${start + bend} ${b.x} ${end - bend} ${b.x} ${end}" fill="none" stroke="#0b5cad" stroke-opacity=".35" stroke-width="${size.toFixed(1)}"/>`
}

function box([part, count]: [string, number]): string {
  const { x, y } = placeOf(part)
  return `<g><rect x="${x - BOX.width / 2}" y="${y}" width="${BOX.width}" height="${BOX.height}" rx="6" fill="#f3f7fb" stroke="#0b5cad"/>
<text x="${x}" y="${y + 19}" text-anchor="middle" fill="#111">${part}</text>
<text x="${x}" y="${y + 35}" text-anchor="middle" fill="#555" font-size="11">${count} lines</text></g>`
}
