import type { Nodes, Root } from 'mdast'
import { visit } from 'unist-util-visit'
import { respellingFor } from '../../language/spelling.ts'
import type { Document, FrontMatter } from '../../model/document.ts'
import type { ColumnField, Field } from '../../model/field.ts'
import { line, withoutPlaceholders } from '../text/line.ts'
import { type Piece, typographic } from '../text/quotes.ts'

/** A change to the words of an author. */
type Edit = (text: string) => string

/**
 * Says beside each text of an author how it is set in type: with typographic quotes for straight ones, and spelled as in the
 * locale where the document says which spelling it is in. It comes before the organisation's answers, which stay as they were
 * given. The author's own words stay too: messages quote them, answers and anchors go by them. What records, tooltips and
 * messages on forms say of fields has the spelling, and quotes as they were typed.
 */
export function typeset(document: Document, { locale }: { readonly locale: string }): Document {
  const respell = document.meta.spelling ? withoutPlaceholders(respellingFor(locale)) : undefined
  const meta = respell ? editMeta(document.meta, respell) : document.meta
  return {
    ...document,
    meta,
    typeset: editMeta(meta, line),
    tree: typesetTree(document.tree, respell ?? ((text) => text)),
  }
}

function editMeta(meta: FrontMatter, edit: Edit): FrontMatter {
  const { title, summary, retention, send, privacy, recipients, changes, rules } = meta
  return {
    ...meta,
    title: edit(title),
    ...(summary !== undefined && { summary: edit(summary) }),
    ...(retention !== undefined && { retention: edit(retention) }),
    ...(send !== undefined && { send: edit(send) }),
    ...(privacy && {
      privacy: {
        purpose: edit(privacy.purpose),
        basis: edit(privacy.basis),
        rights: edit(privacy.rights),
        contact: edit(privacy.contact),
      },
    }),
    recipients: recipients.map((one) => ({ ...one, who: edit(one.who), sees: edit(one.sees) })),
    changes: changes.map((change) => ({ ...change, reason: edit(change.reason) })),
    rules: rules.map((rule) =>
      'message' in rule && rule.message !== undefined
        ? { ...rule, message: edit(rule.message) }
        : rule,
    ),
  }
}

function typesetTree(tree: Root, respell: Edit): Root {
  const copy = structuredClone(tree)
  visit(copy, (node) => {
    if (node.type === 'abbreviation') node.typeset = { meaning: line(respell(node.meaning)) }
    if (node.type === 'field') {
      node.field = editField(node.field, respell)
      node.typeset = editField(node.field, line)
    }
    if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell')
      typesetRun(node, respell)
  })
  return copy
}

function editField<F extends Field | ColumnField>(field: F, edit: Edit): F {
  return {
    ...field,
    label: edit(field.label),
    ...(field.hint !== undefined && { hint: edit(field.hint) }),
    ...('options' in field && {
      options: field.options.map((option) => ({ ...option, label: edit(option.label) })),
    }),
    ...('low' in field && field.low !== undefined && { low: edit(field.low) }),
    ...('high' in field && field.high !== undefined && { high: edit(field.high) }),
    ...('columns' in field && { columns: field.columns.map((column) => editField(column, edit)) }),
  }
}

/** Sets the texts of one paragraph together. */
function typesetRun(block: Nodes, respell: Edit): void {
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
    if (leaf.type !== 'text') continue
    const shown = foreign.has(leaf) ? leaf.value : respell(set[index] ?? leaf.value)
    if (shown === leaf.value) continue
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
