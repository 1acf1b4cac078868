import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isHere } from '../support/programs.ts'
import type { Entry, Filler } from './filler.ts'

/** pdftk: values come from an XFDF file, and the whole file is written anew. */
export const pdftk: Filler = {
  name: 'pdftk',
  available: () => isHere('pdftk'),
  async fill(pdf, entries) {
    const folder = mkdtempSync(join(tmpdir(), 'policypack-pdftk-'))
    try {
      const [blank, data, filled] = ['blank.pdf', 'data.xfdf', 'filled.pdf'].map((name) =>
        join(folder, name),
      ) as [string, string, string]
      writeFileSync(blank, pdf)
      writeFileSync(data, xfdf(entries))
      execFileSync('pdftk', [blank, 'fill_form', data, 'output', filled, 'need_appearances'])
      return new Uint8Array(readFileSync(filled))
    } finally {
      rmSync(folder, { recursive: true })
    }
  },
}

interface Tree {
  value?: string
  kids: Map<string, Tree>
}

/** XFDF nests fields by the parts of their names. */
function xfdf(entries: readonly Entry[]): string {
  const root: Tree = { kids: new Map() }
  for (const entry of entries) {
    let node = root
    for (const part of entry.name.split('.')) {
      const kid = node.kids.get(part) ?? { kids: new Map() }
      node.kids.set(part, kid)
      node = kid
    }
    node.value = xfdfValue(entry)
  }
  const fields = (tree: Tree): string =>
    [...tree.kids]
      .map(
        ([name, kid]) =>
          `<field name="${escapeXml(name)}">${kid.value === undefined ? '' : `<value>${escapeXml(kid.value)}</value>`}${fields(kid)}</field>`,
      )
      .join('')
  return `<?xml version="1.0" encoding="UTF-8"?><xfdf xmlns="http://ns.adobe.com/xfdf/" xml:space="preserve"><fields>${fields(root)}</fields></xfdf>`
}

function xfdfValue(entry: Entry): string {
  switch (entry.kind) {
    case 'checkbox':
      return entry.on ? entry.state : 'Off'
    case 'radio':
      return entry.state
    default:
      return entry.value
  }
}

function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
