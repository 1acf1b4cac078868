import type { Root } from 'mdast'
import type { Directives } from 'mdast-util-directive'
import type { Plugin } from 'unified'
import { visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import { report } from '../../../messages/message.ts'
import { replaceChild } from '../../text/tree.ts'
import { attributesOf, nameOf } from '../directives/directive.ts'
import { prune } from '../prune.ts'
import type { Blank } from './blank.ts'
import { readBlocks } from './blocks.ts'
import { columnSources, completeDirective, directiveSource, labelOf } from './directive.ts'
import { nameBlanks } from './names.ts'
import { settleRanges } from './ranges.ts'
import { type Reader, settle } from './reader.ts'

/**
 * Puts directives in the place of the blanks that people draw on forms, such as `Name: ____`, and reports each with
 * that directive, so that an author can copy it. Names that authors gave stay theirs.
 */
export const blanks: Plugin<[], Root> = () => (tree, file) => {
  const taken = namesIn(tree)
  const found = readDocument(tree, file)
  openLists(tree, found, file.data.listMarks)
  settleRanges(found)
  const names = nameBlanks(found, taken)
  found.forEach((blank, index) => {
    completeDirective(blank, names[index] ?? '')
    reportBlank(blank, file)
  })
  prune(tree)
}

function readDocument(tree: Root, file: VFile): Blank[] {
  const reader: Reader = {
    file,
    blanks: [],
    section: '',
    question: undefined,
    last: undefined,
    tick: undefined,
    optionsUntil: 0,
    signature: undefined,
    undated: [],
  }
  readBlocks(tree, reader)
  settle(reader, 'block')
  return reader.blanks
}

/** The names that the author's own directives take. */
function namesIn(tree: Root): string[] {
  const names: string[] = []
  visit(tree, (node) => {
    if (!isDirective(node) || node.name === 'when' || node.name === 'unless') return
    const name = nameOf(node)
    const attributes = attributesOf(node)
    const date = attributes.get('date')
    names.push(
      ...(name ? [name] : []),
      ...(node.name === 'signature' && date ? [date] : []),
      ...(attributes.has('other') ? [`${name}Other`] : []),
    )
  })
  return names
}

/** A list that has become nothing but questions is one no more; its numbers or letters go before the questions. */
function openLists(tree: Root, blanks: readonly Blank[], marks: VFile['data']['listMarks']): void {
  const byDirective = new Map<unknown, Blank>(blanks.map((blank) => [blank.directive, blank]))
  visit(tree, 'list', (list, index, parent) => {
    const items = list.children.map(({ children }) => children)
    const isOpen = items.every(
      (item) => item.length > 0 && item.every((child) => byDirective.has(child)),
    )
    if (!isOpen || !parent || index === undefined) return
    items.forEach(([child], position) => {
      const blank = byDirective.get(child)
      if (!blank || !list.ordered) return
      const line = list.children[position]?.position?.start.line
      blank.number = marks?.get(line ?? 0) ?? `${(list.start ?? 1) + position}.`
    })
    replaceChild(parent, index, items.flat())
    return index
  })
}

function reportBlank({ directive, answer, position, ...blank }: Blank, file: VFile): void {
  const source = directiveSource(directive, labelOf(blank, answer))
  const note =
    answer.kind === 'rows'
      ? `Its columns are ${columnSources(answer.columns)
          .map((column) => `\`${column}\``)
          .join(', ')}, each on a line of its own, and \`:::\` ends it.`
      : undefined
  report(file, 'blank-field', `Found a blank, taken as \`${source}\``, position, note)
}

function isDirective(node: { type: string }): node is Directives {
  return /^(?:text|leaf|container)Directive$/.test(node.type)
}
