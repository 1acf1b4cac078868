import type { Nodes, Root } from 'mdast'
import { visit } from 'unist-util-visit'
import type { Document, FrontMatter } from '../../../model/document.ts'
import type { ColumnField, Field, Option } from '../../../model/field.ts'
import { lineSetter, type SetLine } from './line.ts'
import { type Piece, typographic } from './quotes.ts'

/**
 * A document as it is set in type: with typographic quotes for the straight ones of its author. The organisation's
 * answers stay as they were given. Only what is shown changes; names, values and tooltips of fields are elsewhere.
 */
export function typeset(document: Document): Document {
  const line = lineSetter(document.answersInTexts)
  return {
    ...document,
    meta: typesetMeta(document.meta, line),
    tree: typesetTree(document.tree, line),
    fields: document.fields.map((field) => typesetField(field, line)),
  }
}

function typesetMeta(meta: FrontMatter, line: SetLine): FrontMatter {
  const { title, summary, retention, changes } = meta
  return {
    ...meta,
    title: line(title),
    ...(summary !== undefined && { summary: line(summary) }),
    ...(retention !== undefined && { retention: line(retention) }),
    changes: changes.map((change) => ({ ...change, reason: line(change.reason) })),
  }
}

function typesetField<F extends Field | ColumnField>(field: F, line: SetLine): F {
  return {
    ...field,
    label: line(field.label),
    ...(field.hint !== undefined && { hint: line(field.hint) }),
    ...('options' in field && {
      options: field.options.map((option) => typesetOption(option, line)),
    }),
    ...('low' in field && field.low !== undefined && { low: line(field.low) }),
    ...('high' in field && field.high !== undefined && { high: line(field.high) }),
    ...('columns' in field && {
      columns: field.columns.map((column) => typesetField(column, line)),
    }),
  }
}

function typesetOption(option: Option, line: SetLine): Option {
  return { ...option, label: line(option.label) }
}

function typesetTree(tree: Root, line: SetLine): Root {
  const copy = structuredClone(tree)
  visit(copy, (node) => {
    if (node.type === 'abbreviation') node.meaning = line(node.meaning)
    if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell')
      typesetRun(node)
  })
  return copy
}

/** Sets the texts of one paragraph together. */
function typesetRun(block: Nodes): void {
  const leaves: Nodes[] = []
  visit(block, (node) => {
    if (!('children' in node)) leaves.push(node)
  })
  const set = typographic(leaves.map(pieceOf))
  for (const [index, leaf] of leaves.entries())
    if (leaf.type === 'text') leaf.value = set[index] ?? leaf.value
}

/** What is no text, such as a field, counts as a letter. */
function pieceOf(leaf: Nodes): Piece {
  if (leaf.type === 'text') return { text: leaf.value, fixed: leaf.data?.answer === true }
  return { text: leaf.type === 'break' ? '\n' : '\ufffc', fixed: true }
}
