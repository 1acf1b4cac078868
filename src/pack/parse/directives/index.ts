import type { Nodes, Parents, Root } from 'mdast'
import type { Directives } from 'mdast-util-directive'
import type { Plugin } from 'unified'
import type { Node } from 'unist'
import type { VFile } from 'vfile'
import { replaceChild } from '../../text/tree.ts'
import { abbreviation } from './abbreviation.ts'
import { unless, when } from './condition.ts'
import type { ReadDirective } from './directive.ts'
import { field } from './field.ts'
import { language } from './language.ts'
import { changes, documentControl } from './meta-table.ts'
import { rows } from './rows.ts'
import { signature } from './signature.ts'
import { isProse, readUnknown, reportForm, sourceOf } from './unknown.ts'
import { reportQuotes, reportUnclosed, reportUnread } from './unread.ts'

const table: ReadonlyMap<string, ReadDirective> = new Map(
  Object.entries({
    abbr: abbreviation,
    lang: language,
    field,
    rows,
    signature,
    when,
    unless,
    changes,
    'document-control': documentControl,
  }),
)

/** Turns directives into the nodes that they stand for, and what was never meant as one back into text. */
export const directives: Plugin<[], Root> = () => (tree, file) => {
  readIn(tree, file)
  reportUnread(tree, table.keys(), file)
}

function readIn(parent: Parents, file: VFile): void {
  for (let index = 0; index < parent.children.length; index++) {
    const child = parent.children[index]
    if (!child) continue
    if (isDirective(child)) {
      // What comes in its place may hold directives, so it is looked at next.
      replaceChild(parent, index--, readOne(child, file))
    } else if ('children' in child) {
      readIn(child, file)
    }
  }
}

function readOne(directive: Directives, file: VFile): Node[] {
  if (isProse(directive)) return [sourceOf(directive, file)]
  const found = table.get(directive.name)
  if (!found) return readUnknown(directive, table.keys(), file)
  if (!found.forms.includes(directive.type)) return reportForm(directive, found.forms, file)
  reportUnclosed(directive, file)
  reportQuotes(directive, file)
  return found.read(directive, file)
}

function isDirective(node: Nodes): node is Directives {
  return (
    node.type === 'textDirective' ||
    node.type === 'leafDirective' ||
    node.type === 'containerDirective'
  )
}
