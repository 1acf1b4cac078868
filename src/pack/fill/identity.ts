import type { Nodes, Parents } from 'mdast'
import { fold } from '../../language/fold.ts'
import type { FieldNode } from '../../model/document.ts'
import type { ColumnField, Field } from '../../model/field.ts'
import type { Answer } from '../../model/organisation.ts'
import { IDENTITY_OF_STAFF } from '../text/placeholder.ts'
import { replaceChild } from '../text/tree.ts'
import { type AnswerBook, isEmpty } from './answers.ts'
import type { Draft } from './draft.ts'

/** What an organisation tells people of one name apart by. */
type Identity = 'text' | 'email' | 'none'

/**
 * Makes of each field for the identity of staff one that asks for what the organisation chose, an e-mail address or a text.
 * Where it chose none, there is no such field.
 */
export function resolveIdentities({ id, tree, withoutFields }: Draft, answers: AnswerBook): void {
  const answer = answers.find(IDENTITY_OF_STAFF, { document: id, headings: [] })?.answer
  resolveIn(tree, answer === undefined ? 'text' : identityIn(answer), withoutFields)
}

function identityIn(answer: Answer): Identity {
  if (isEmpty(answer) || ['none', 'no', 'nothing'].includes(fold(String(answer)))) return 'none'
  return /e-?mail/i.test(String(answer)) ? 'email' : 'text'
}

function resolveIn(parent: Parents, identity: Identity, gone: Set<string>): void {
  for (let index = 0; index < parent.children.length; index++) {
    const child: Nodes | undefined = parent.children[index]
    if (child?.type === 'field') {
      const resolved = resolveNode(child, identity)
      if (resolved) replaceChild(parent, index, [resolved])
      else {
        gone.add(child.field.name)
        replaceChild(parent, index--, [])
      }
    } else if (child && 'children' in child) resolveIn(child, identity, gone)
  }
}

function resolveNode({ typeset, ...node }: FieldNode, identity: Identity): FieldNode | undefined {
  const field = resolveField(node.field, identity)
  const set = typeset && resolveField(typeset, identity)
  return field && { ...node, field, ...(set && { typeset: set }) }
}

function resolveField(field: Field, identity: Identity): Field | undefined {
  if (field.type !== 'rows') return resolveQuestion(field, identity)
  const columns = field.columns.flatMap((column) => resolveQuestion(column, identity) ?? [])
  return columns.length > 0 ? { ...field, columns } : undefined
}

function resolveQuestion<Question extends Field | ColumnField>(
  field: Question,
  identity: Identity,
): Question | Extract<ColumnField, { type: 'email' | 'text' }> | undefined {
  if (field.type !== 'text' || !field.identity) return field
  if (identity === 'none') return undefined
  const { type: _, identity: __, maxLength, pattern, ...common } = field
  if (identity === 'email') return { ...common, type: 'email' }
  return {
    ...common,
    type: 'text',
    ...(maxLength !== undefined && { maxLength }),
    ...(pattern !== undefined && { pattern }),
  }
}
