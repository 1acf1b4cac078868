import type { Nodes, Parents } from 'mdast'
import { visit } from 'unist-util-visit'
import { fold } from '../../language/fold.ts'
import { report } from '../../messages/message.ts'
import { didYouMean } from '../../messages/suggest.ts'
import type { AnswerTest, Condition, Document, TextCondition } from '../../model/document.ts'
import { conditionKey } from '../text/placeholder.ts'
import { replaceChild } from '../text/tree.ts'
import { sameText } from '../text/wording.ts'
import { type AnswerBook, isEmpty } from './answers.ts'
import type { Draft } from './draft.ts'
import type { FillProject } from './project.ts'
import type { Entry } from './scopes.ts'

/** Puts in the place of each condition what it holds, or nothing. */
export function resolveConditions(
  { id, tree }: Draft,
  answers: AnswerBook,
  { config }: FillProject,
): void {
  const { locale } = config.organisation
  resolveIn(tree, (condition) => holds(condition, id, answers, locale))
}

/** Reports conditions on an answer that nothing else asks for or gives, which is most probably a slip. */
export function reportUnknownConditions(
  { id, tree, file }: Document,
  mentioned: Iterable<string>,
  answers: AnswerBook,
): void {
  const known = new Set([...mentioned, ...answers.keysFor(id)].map(conditionKey))
  visit(tree, (condition) => {
    if (!isCondition(condition)) return
    if (known.has(condition.key) || answers.isOptional(condition.key.replaceAll('-', ' '))) return
    const reason = `Unexpected condition \`${condition.key}\`${didYouMean(condition.key, known)}`
    report(file, 'condition-unknown', reason, condition)
  })
}

/** True for what is there only if an answer is, in running text or around paragraphs. */
export function isCondition(node: Nodes): node is Condition | TextCondition {
  return node.type === 'condition' || node.type === 'textCondition'
}

function resolveIn(parent: Parents, test: (condition: AnswerTest) => boolean): void {
  for (let index = 0; index < parent.children.length; index++) {
    const child: Nodes | undefined = parent.children[index]
    if (child && isCondition(child)) {
      // What comes in its place may hold conditions, so it is looked at next.
      replaceChild(parent, index--, test(child) ? child.children : [])
    } else if (child && 'children' in child && child.children.length > 0) {
      resolveIn(child, test)
      if (emptied.has(child.type) && isBlank(child)) parent.children.splice(index--, 1)
    }
  }
}

/** Blocks that go with all that stood in them. */
const emptied: ReadonlySet<string> = new Set(['paragraph', 'listItem', 'list', 'blockquote'])

function isBlank({ children }: Parents): boolean {
  return children.every((child) => child.type === 'text' && child.value.trim() === '')
}

function holds(
  { key, value, negated }: AnswerTest,
  document: string,
  answers: AnswerBook,
  locale: string,
): boolean {
  const entry = answers.findCondition(key, document)
  const answered = entry !== undefined && !isEmpty(entry.answer)
  const met = answered && (value === undefined || isOneOf(entry, value, locale))
  return met !== negated
}

/** Whether a text of the answer says the same as one of the values, which bars part. */
function isOneOf({ answer, info }: Entry, values: string, locale: string): boolean {
  const texts = typeof answer === 'object' && answer !== null ? Object.values(answer) : [answer]
  const same = (text: string) => fold(info ? sameText(info.type, text.trim(), locale) : text)
  const asked = values.split('|').map(same)
  return texts.some((text) => asked.includes(same(String(text))))
}
