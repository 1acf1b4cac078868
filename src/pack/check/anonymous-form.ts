import { visit } from 'unist-util-visit'
import { report } from '../../messages/message.ts'
import type { Check } from './check.ts'
import { identifies } from './identifies.ts'

/** An anonymous form asks for nothing by which a person could be found. */
export const anonymousForm: Check = ({ meta, tree, file, locate }) => {
  if (meta.sensitive !== 'anonymous') return
  if (meta.recordKey.length > 0) {
    const reason =
      'Unexpected `recordKey` in an anonymous form, whose answers must not be brought together'
    report(file, 'anonymous-form', reason, locate(['recordKey']))
  }
  if (meta.private !== undefined) {
    const reason = 'Unexpected `private` in an anonymous form, whose answers are nobody’s'
    report(file, 'anonymous-form', reason, locate(['private']))
  }
  visit(tree, 'field', (node) => {
    if (!identifies(node.field)) return
    const reason = `Unexpected field \`${node.field.label}\` in an anonymous form, which could tell who filled it in`
    report(file, 'anonymous-form', reason, node)
  })
}
