import { readdirSync, readFileSync } from 'node:fs'
import { findNodeAtLocation, parseTree } from 'jsonc-parser'
import { VFile } from 'vfile'
import type { Locate } from '../../src/messages/message.ts'
import { Config, PlaceholderCatalogue } from '../../src/model/organisation.ts'
import { parse } from '../../src/pack/parse/index.ts'
import { typeset } from '../../src/pack/typeset/index.ts'

/** A fixture folder with a configuration, documents and perhaps a catalogue, as far as they are made before they are filled. */
export function readFixture(folder: URL) {
  const names = readdirSync(folder).sort()
  const configFile = read(folder, 'org.config.json')
  const files = names.filter((name) => name.endsWith('.md')).map((name) => read(folder, name))
  const catalogue = names.includes('placeholders.json')
    ? PlaceholderCatalogue.parse(JSON.parse(String(read(folder, 'placeholders.json'))))
    : {}
  const config = Config.parse(JSON.parse(String(configFile)))
  const documents = files
    .map((file) => parse({ file }))
    .filter((document) => document !== undefined)
    .map((document) => typeset(document, config.organisation))
  const project = { config, configFile, locate: locateIn(String(configFile)), catalogue }
  return { project, documents, files: [configFile, ...files] }
}

function read(folder: URL, name: string): VFile {
  return new VFile({ path: name, value: readFileSync(new URL(name, folder), 'utf8') })
}

function locateIn(text: string): Locate {
  const root = parseTree(text)
  return (path) => {
    const node = root && findNodeAtLocation(root, [...path])
    if (!node) return undefined
    const before = text.slice(0, node.offset).split('\n')
    return { line: before.length, column: (before.at(-1) ?? '').length + 1, offset: node.offset }
  }
}
