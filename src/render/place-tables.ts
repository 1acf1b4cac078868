import type { Element, Root } from 'hast'
import { visit } from 'unist-util-visit'
import type { Document, MetaTable } from '../model/document.ts'
import { changesTable } from './changes.ts'
import { controlTable } from './document-control.ts'

/** What the tables from the front matter are made of. */
export interface PlaceTablesOptions {
  readonly document: Document
  readonly related: readonly Document[]
  readonly locale: string
}

type DrawTable = (options: PlaceTablesOptions) => Element

const tables: { readonly [Name in MetaTable['table']]: DrawTable } = {
  changes: ({ document, locale }) => changesTable(document.meta, locale),
  'document-control': ({ document, related, locale }) => controlTable(document, related, locale),
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
