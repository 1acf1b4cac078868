import type { Nodes } from 'mdast'
import type { VFile } from 'vfile'
import { messagesOf } from '../../src/messages/message.ts'
import type { Document } from '../../src/model/document.ts'

/** A document as lines of text: its front matter and its tree, without places and without texts as set in type. */
export function outlineOf({ meta, tree }: Document): string {
  return `${JSON.stringify(meta, null, 1)}\n${linesOf(tree, 0).join('\n')}\n`
}

/** The messages of files as the command line shows them. */
export function messageLines(files: readonly VFile[]): string {
  return files
    .flatMap(messagesOf)
    .map(({ file, line, column, severity, message, rule, note }) =>
      [
        `${file}:${line ?? ''}:${column ?? ''} ${severity} ${message} ${rule}`,
        ...(note ? [`  ${note}`] : []),
      ].join('\n'),
    )
    .join('\n')
}

function linesOf(node: Nodes, depth: number): string[] {
  const children: readonly Nodes[] = 'children' in node ? node.children : []
  const shown = Object.entries(node).filter(([key, value]) => !hidden.has(key) && value !== null)
  const values = shown.length > 0 ? ` ${JSON.stringify(Object.fromEntries(shown))}` : ''
  return [
    `${'  '.repeat(depth)}${node.type}${values}`,
    ...children.flatMap((child) => linesOf(child, depth + 1)),
  ]
}

const hidden = new Set([
  'type',
  'children',
  'position',
  'spread',
  'checked',
  'start',
  'align',
  'typeset',
])
