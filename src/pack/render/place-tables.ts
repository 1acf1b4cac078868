import type { Element, Root } from 'hast'
import { visit } from 'unist-util-visit'
import type { Document, MetaTable } from '../../model/document.ts'
import { changesTable } from './changes.ts'
import { type ControlTableOptions, controlTable } from './document-control.ts'

/** What the tables from the front matter are made of. */
export interface PlaceTablesOptions extends ControlTableOptions {
  readonly document: Document
}

type DrawTable = (options: PlaceTablesOptions) => Element

const tables: { readonly [Name in MetaTable['table']]: DrawTable } = {
  changes: ({ document, ...options }) => changesTable(document.meta, options),
  'document-control': ({ document, ...options }) => controlTable(document, options),
}

/** Puts the tables from the front matter where their marks are. */
export function placeTables(options: PlaceTablesOptions) {
  return (tree: Root): void => {
    visit(tree, 'element', (node, index, parent) => {
      const name = node.properties.dataTable
      if (!parent || index === undefined || !isTable(name)) return
      parent.children[index] = tables[name](options)
    })
  }
}

function isTable(name: unknown): name is MetaTable['table'] {
  return typeof name === 'string' && Object.hasOwn(tables, name)
}
