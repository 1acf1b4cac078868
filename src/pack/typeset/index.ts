import type { Nodes, Root } from 'mdast'
import { visit } from 'unist-util-visit'
import type { Document, FrontMatter } from '../../model/document.ts'
import type { ColumnField, Field, Option } from '../../model/field.ts'
import { line } from '../text/line.ts'
import { type Piece, typographic } from '../text/quotes.ts'

/**
 * Says beside each text of an author how it is set in type: with typographic quotes for straight ones. It comes before the
 * organisation's answers, which stay as they were given. The author's own words stay too: messages quote them, answers and
 * anchors go by them, and records and what a screen reader says of a field are in them.
 */
export function typeset(document: Document): Document {
  return {
    ...document,
    typeset: typesetMeta(document.meta),
    tree: typesetTree(document.tree),
  }
}

function typesetMeta(meta: FrontMatter): FrontMatter {
  const { title, summary, retention, send, privacy, recipients, changes } = meta
  return {
    ...meta,
    title: line(title),
    ...(summary !== undefined && { summary: line(summary) }),
    ...(retention !== undefined && { retention: line(retention) }),
    ...(send !== undefined && { send: line(send) }),
    ...(privacy && {
      privacy: {
        purpose: line(privacy.purpose),
        basis: line(privacy.basis),
        rights: line(privacy.rights),
        contact: line(privacy.contact),
      },
    }),
    recipients: recipients.map(({ who, sees }) => ({ who: line(who), sees: line(sees) })),
    changes: changes.map((change) => ({ ...change, reason: line(change.reason) })),
  }
}

function typesetTree(tree: Root): Root {
  const copy = structuredClone(tree)
  visit(copy, (node) => {
    if (node.type === 'abbreviation') node.typeset = { meaning: line(node.meaning) }
    if (node.type === 'field') node.typeset = typesetField(node.field)
    if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell')
      typesetRun(node)
  })
  return copy
}

function typesetField<F extends Field | ColumnField>(field: F): F {
  return {
    ...field,
    label: line(field.label),
    ...(field.hint !== undefined && { hint: line(field.hint) }),
    ...('options' in field && { options: field.options.map(typesetOption) }),
    ...('low' in field && field.low !== undefined && { low: line(field.low) }),
    ...('high' in field && field.high !== undefined && { high: line(field.high) }),
    ...('columns' in field && { columns: field.columns.map(typesetField) }),
  }
}

function typesetOption(option: Option): Option {
  return { ...option, label: line(option.label) }
}

/** Sets the texts of one paragraph together. */
function typesetRun(block: Nodes): void {
  const leaves: Nodes[] = []
  const foreign = new Set<Nodes>()
  visit(block, (node) => {
    if (isLeaf(node)) leaves.push(node)
    if (node.type === 'language')
      visit(node, (inside) => {
        foreign.add(inside)
      })
  })
  const set = typographic(leaves.map((leaf) => pieceOf(leaf, foreign.has(leaf))))
  for (const [index, leaf] of leaves.entries()) {
    const shown = set[index]
    if (leaf.type !== 'text' || shown === undefined || shown === leaf.value) continue
    leaf.data = { ...leaf.data, typeset: shown }
  }
}

/** A link without words gets some later. */
function isLeaf(node: Nodes): boolean {
  return !('children' in node) || node.children.length === 0
}

/** What is no text, such as a field or a placeholder, counts as a letter; other languages have quotes of their own. */
function pieceOf(leaf: Nodes, isForeign: boolean): Piece {
  if (leaf.type === 'text') return { text: leaf.value, fixed: isForeign }
  return { text: leaf.type === 'break' ? '\n' : '\ufffc', fixed: true }
}
