import { visit } from 'unist-util-visit'
import { fold } from '../../language/fold.ts'
import { report } from '../../messages/message.ts'
import type { Document } from '../../model/document.ts'
import { clausesNamedIn } from '../text/clause-reference.ts'
import { oncePer } from '../text/once.ts'
import type { Check, Pack } from './check.ts'

/** `clause 14.2` in plain text names a clause that is there, in this document or in the one that follows by its title. */
export const clauseReference: Check = (document, pack) => {
  for (const { number, elsewhere, point } of clausesNamedIn(document.tree, document.file)) {
    const target = elsewhere === undefined ? document : titled(elsewhere, pack)
    if (!target || numbersOf(target).has(number)) continue
    const where = target === document ? 'this document' : `\`${target.id}\``
    const reason = `Unexpected \`clause ${number}\`, which ${where} does not have`
    const note = 'A link without text, such as `[](#purpose)`, always names the right clause.'
    report(document.file, 'clause-reference', reason, point, note)
  }
}

function titled(text: string, { documents }: Pack): Document | undefined {
  const folded = fold(text)
  return documents.find(({ meta }) => folded.startsWith(fold(meta.title)))
}

const numbersOf = oncePer(({ tree }: Document): ReadonlySet<string> => {
  const numbers = new Set<string>()
  visit(tree, (node) => {
    if (node.type === 'clause') numbers.add(node.number)
    if (node.type === 'heading' && node.data?.number) numbers.add(node.data.number)
  })
  return numbers
})
