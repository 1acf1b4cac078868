import type { Nodes, Parents } from 'mdast'
import { visit } from 'unist-util-visit'
import { fold } from '../../language/fold.ts'
import { report } from '../../messages/message.ts'
import { didYouMean } from '../../messages/suggest.ts'
import type { Condition, Document } from '../../model/document.ts'
import type { Answer } from '../../model/organisation.ts'
import { conditionKey } from '../text/placeholder.ts'
import { replaceChild } from '../text/tree.ts'
import { type AnswerBook, isEmpty } from './answers.ts'
import type { Draft } from './draft.ts'

/** Puts in the place of each condition what it holds, or nothing. */
export function resolveConditions({ id, tree }: Draft, answers: AnswerBook): void {
  resolveIn(tree, (condition) => holds(condition, id, answers))
}

/** Reports conditions on an answer that nothing else asks for or gives, which is most probably a slip. */
export function reportUnknownConditions(
  { id, tree, file }: Document,
  mentioned: Iterable<string>,
  answers: AnswerBook,
): void {
  const known = new Set([...mentioned, ...answers.keysFor(id)].map(conditionKey))
  visit(tree, 'condition', (condition) => {
    if (known.has(condition.key) || answers.isOptional(condition.key.replaceAll('-', ' '))) return
    const reason = `Unexpected condition \`${condition.key}\`${didYouMean(condition.key, known)}`
    report(file, 'condition-unknown', reason, condition)
  })
}

function resolveIn(parent: Parents, test: (condition: Condition) => boolean): void {
  for (let index = 0; index < parent.children.length; index++) {
    const child: Nodes | undefined = parent.children[index]
    if (child?.type === 'condition') {
      // What comes in its place may hold conditions, so it is looked at next.
      replaceChild(parent, index--, test(child) ? child.children : [])
    } else if (child && 'children' in child) {
      resolveIn(child, test)
    }
  }
}

function holds(condition: Condition, document: string, answers: AnswerBook): boolean {
  const answer = answers.findCondition(condition.key, document)?.answer
  const answered = answer !== undefined && !isEmpty(answer)
  const asked = condition.value
  const met = answered && (asked === undefined || textsOf(answer).includes(fold(asked)))
  return met !== condition.negated
}

function textsOf(answer: Answer): string[] {
  const texts = typeof answer === 'object' && answer !== null ? Object.values(answer) : [answer]
  return texts.map((text) => fold(String(text)))
}
