import { report } from '../../../messages/message.ts'
import type { MetaTable } from '../../../model/document.ts'
import type { ReadDirective } from './directive.ts'

/** `::changes`: the table of changes, from the front matter. */
export const changes = metaTable('changes')

/** `::document-control`: the document-control table, from the front matter. */
export const documentControl = metaTable('document-control')

function metaTable(table: MetaTable['table']): ReadDirective {
  return {
    forms: ['leafDirective'],
    read(directive, file) {
      const attributes = Object.keys(directive.attributes ?? {})
      if (attributes.length > 0 || directive.children.length > 0) {
        report(
          file,
          'directive-syntax',
          `Unexpected text after \`::${table}\`, expected it alone on its line`,
          directive,
        )
      }
      const node: MetaTable = { type: 'metaTable', table }
      return [{ ...node, ...(directive.position && { position: directive.position }) }]
    },
  }
}
